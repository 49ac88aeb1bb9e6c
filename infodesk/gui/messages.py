"""Sentences for errors, findings and terms of core, in the language of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from infodesk import messages
from infodesk.core.errors import InfodeskError

if TYPE_CHECKING:
    # The window is painted before the values of the office load.
    from infodesk.core.checking.findings import Finding


def explain(error: Exception, language: str) -> str:
    """Return what an expected error, or the machine, says."""
    if isinstance(error, InfodeskError):
        return messages.sentence(error, language)
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return f"{error.filename}: {reason}" if error.filename else reason
    return str(error)


def term(key: str, language: str) -> str:
    """Return the word for a state, an act or a weight; keys are those of ``terms.toml``."""
    return messages.say("terms", key, language)


def finding_remedy(finding: Finding, language: str) -> str:
    """Return what to do about a finding."""
    return messages.say("fixes", finding.rule, language, **finding.params)


def tried(act: Callable[[], object], told: Callable[[str], None], language: str) -> bool:
    """Do something that may be refused; return whether it was done.

    Args:
        act: what is to be done.
        told: is called with why it was refused, with an empty text where it was done.
        language: ``zh`` or ``en``.
    """
    try:
        act()
    except (InfodeskError, OSError) as error:
        told(explain(error, language))
        return False
    told("")
    return True
