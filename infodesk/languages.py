"""The languages infodesk speaks, and which one where nobody chose."""

from __future__ import annotations

import os
from collections.abc import Mapping

LANGUAGES = ("zh", "en")


def default_language(environment: Mapping[str, str] | None = None) -> str:
    """Return ``en`` where the locale names a language other than Chinese, else ``zh``."""
    environment = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            plain = value.split(".")[0] in ("C", "POSIX")
            return "zh" if plain or value.startswith("zh") else "en"
    return "zh"
