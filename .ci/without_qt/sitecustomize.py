"""On PYTHONPATH, makes Qt look absent: holds the rooms that do without it to that."""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder

ABSENT = ("PySide6", "shiboken6")


class _Absent(MetaPathFinder):
    def find_spec(self, fullname: str, path: object, target: object = None) -> None:
        if fullname.partition(".")[0] in ABSENT:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


sys.meta_path.insert(0, _Absent())
