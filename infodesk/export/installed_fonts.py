"""The user's own fonts: where they are, which of them play a face, what may not be embedded.

The faces an office document names are licensed: a county office has them installed, with its office
suite or its system. Folders are walked on the first export, never at the start; what each file said
of itself is kept in the cache folder until the file changes.
"""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from infodesk.core.document import Face
from infodesk.export.font_files import FontFile, describe
from infodesk.export.report import Unfit
from infodesk.files import write_atomic

SUFFIXES = frozenset({".ttf", ".ttc", ".otf", ".otc"})

_CACHE_FORM = 1
"""Raised when what is kept of a file changes its meaning."""

_REAL: Mapping[Face, tuple[str, ...]] = {
    Face.FANG: ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong"),
    Face.TITLE: (
        "方正小标宋简体",
        "FZXBSJW",
        "FZXBSJW--GB1-0",
        "FZXiaoBiaoSong-B05S",
        "方正小标宋_GBK",
        "FZXBSK",
        "FZXBSK--GBK1-0",
        "FZXiaoBiaoSong-B05",
    ),
    Face.HEI: ("黑体", "SimHei", "黑体_GB2312"),
    Face.KAI: ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi"),
    Face.SONG: ("宋体", "SimSun"),
    Face.LATIN: ("Times New Roman",),
}
"""The names of the face itself, on Windows, in WPS and from the foundry, best first."""

_LIKE: Mapping[Face, tuple[str, ...]] = {
    Face.FANG: (
        "CESI仿宋-GB2312",
        "CESI仿宋-GB13000",
        "方正仿宋_GBK",
        "FZFangSong-Z02",
        "FZFSK--GBK1-0",
        "方正仿宋简体",
        "FZFangSong-Z02S",
        "FZFSJW--GB1-0",
        "华文仿宋",
        "STFangsong",
        "朱雀仿宋",
        "朱雀仿宋（预览测试版）",
        "Zhuque Fangsong",
        "Zhuque Fangsong (technical preview)",
    ),
    Face.TITLE: ("CESI小标宋-GB2312", "CESI小标宋-GB13000", "方正小标宋", "汉仪小标宋简"),
    Face.HEI: (
        "CESI黑体-GB2312",
        "CESI黑体-GB13000",
        "方正黑体_GBK",
        "FZHei-B01",
        "FZHTK--GBK1-0",
        "方正黑体简体",
        "FZHei-B01S",
        "FZHTJW--GB1-0",
        "华文黑体",
        "STHeiti",
    ),
    Face.KAI: (
        "CESI楷体-GB2312",
        "CESI楷体-GB13000",
        "方正楷体_GBK",
        "FZKai-Z03",
        "FZKTK--GBK1-0",
        "方正楷体简体",
        "FZKai-Z03S",
        "FZKTJW--GB1-0",
        "华文楷体",
        "STKaiti",
    ),
    Face.SONG: (
        "新宋体",
        "NSimSun",
        "CESI宋体-GB2312",
        "CESI宋体-GB13000",
        "方正书宋_GBK",
        "FZShuSong-Z01",
        "FZSSK--GBK1-0",
        "方正书宋简体",
        "FZShuSong-Z01S",
        "FZSSJW--GB1-0",
        "华文宋体",
        "STSong",
    ),
}
"""Fonts of the same kind, nearer to the face than what is bundled; reported as stand-ins."""


@dataclass(frozen=True, slots=True)
class InstalledFont:
    """A font of the user's that plays a face.

    Attributes:
        index: its place in a collection.
        name: the family the user knows it by.
        is_real: whether it is the face itself, not a stand-in.
    """

    face: Face
    path: Path
    index: int
    name: str
    is_real: bool


@dataclass(frozen=True, slots=True)
class Installed:
    """What is installed for the faces of a document.

    Attributes:
        fonts: by face, the best first.
        refused: the face, the name of a font for it that cannot be embedded, and why.
    """

    fonts: tuple[InstalledFont, ...] = ()
    refused: tuple[tuple[Face, str, Unfit], ...] = ()


NONE = Installed()


def font_folders(
    platform: str = sys.platform,
    environment: Mapping[str, str] | None = None,
    home: Path | None = None,
) -> tuple[Path, ...]:
    """Return the folders a system keeps fonts in, the user's own first; some may not exist.

    Args:
        platform: as ``sys.platform`` names it.
        environment: the process's own where None.
        home: the user's own where None.
    """
    known = os.environ if environment is None else environment
    home = Path.home() if home is None else home
    if platform == "win32":
        local = known.get("LOCALAPPDATA") or str(home / "AppData" / "Local")
        windows = known.get("WINDIR") or known.get("SystemRoot") or "C:\\Windows"
        return (Path(local) / "Microsoft" / "Windows" / "Fonts", Path(windows) / "Fonts")
    if platform == "darwin":
        own = home / "Library" / "Fonts"
        return (own, Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    data = known.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    shared = (known.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    folders = [Path(data) / "fonts", home / ".fonts"]
    folders += [Path(folder) / "fonts" for folder in shared if folder.startswith("/")]
    return tuple(dict.fromkeys(folders))


def find(folders: Iterable[Path], cache: Path | None = None) -> Installed:
    """Return which fonts in these folders play the faces of an office document.

    A file that cannot be read, or is no font, is passed over.

    Args:
        folders: walked with what is below them; one that is missing is passed over.
        cache: where what each file said is kept; None for nowhere.
    """
    return chosen(_scanned(folders, cache))


def chosen(found: Iterable[tuple[Path, FontFile]]) -> Installed:
    """Return the fonts that play a face out of all that were found."""
    by_name: dict[str, list[tuple[Path, FontFile]]] = {}
    for path, font in found:
        if font.is_upright:
            for name in dict.fromkeys(map(_plain, font.names)):
                by_name.setdefault(name, []).append((path, font))
    fonts: dict[tuple[Face, Path, int], InstalledFont] = {}
    refused: dict[tuple[Face, str, Unfit], None] = {}
    for face in Face:
        for is_real, names in ((True, _REAL), (False, _LIKE)):
            for name in names.get(face, ()):
                for path, font in sorted(by_name.get(_plain(name), ()), key=_regular_first):
                    shown = font.names[0]
                    if font.unfit:
                        refused.setdefault((face, shown, font.unfit))
                        continue
                    fonts.setdefault(
                        (face, path, font.index),
                        InstalledFont(face, path, font.index, shown, is_real),
                    )
    return Installed(tuple(fonts.values()), tuple(refused))


def _plain(name: str) -> str:
    """Return a name without what its spellings differ in."""
    return re.sub(r"[\W_]", "", name).casefold()


def _regular_first(found: tuple[Path, FontFile]) -> tuple[int, str, int]:
    path, font = found
    return abs(font.weight - 400), str(path), font.index


def _scanned(folders: Iterable[Path], cache: Path | None) -> list[tuple[Path, FontFile]]:
    known = _kept(cache)
    seen: dict[str, tuple[int, int, tuple[FontFile, ...]]] = {}
    for path in _files(folders):
        try:
            status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                continue
            entry = known.get(str(path))
            if entry is None or entry[:2] != (status.st_mtime_ns, status.st_size):
                entry = (status.st_mtime_ns, status.st_size, describe(path))
        except OSError:
            continue
        seen[str(path)] = entry
    if seen != known:
        _keep(cache, seen)
    return [(Path(path), font) for path, entry in seen.items() for font in entry[2]]


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for root, inner, names in os.walk(folder):
            inner.sort()
            for name in sorted(names):
                path = Path(root, name)
                if path.suffix.lower() in SUFFIXES:
                    yield path


def _kept(cache: Path | None) -> dict[str, tuple[int, int, tuple[FontFile, ...]]]:
    """Return what the last scan kept; nothing where the cache is missing or damaged."""
    if cache is None:
        return {}
    try:
        form, entries = json.loads(cache.read_text(encoding="utf-8"))
        if form != _CACHE_FORM:
            return {}
        return {
            path: (changed, size, tuple(_font(values) for values in fonts))
            for path, (changed, size, fonts) in entries.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _font(values: Mapping[str, object]) -> FontFile:
    unfit = values["unfit"]
    names, weight, index = values["names"], values["weight"], values["index"]
    if not (isinstance(names, list) and isinstance(weight, int) and isinstance(index, int)):
        raise TypeError("font")
    return FontFile(
        index,
        tuple(str(name) for name in names),
        weight,
        bool(values["is_upright"]),
        None if unfit is None else Unfit(str(unfit)),
    )


def _keep(cache: Path | None, seen: Mapping[str, tuple[int, int, tuple[FontFile, ...]]]) -> None:
    if cache is None:
        return
    entries = {
        path: (changed, size, [asdict(font) for font in fonts])
        for path, (changed, size, fonts) in seen.items()
    }
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        data = json.dumps((_CACHE_FORM, entries), ensure_ascii=True).encode("ascii")
        write_atomic(cache, data)
    except OSError:
        # The next export scans again, that is all.
        return
