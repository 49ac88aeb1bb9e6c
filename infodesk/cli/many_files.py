"""Many files checked at once: in the order given, on every core where they are many."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infodesk.core.errors import Code, InfodeskError

if TYPE_CHECKING:
    from infodesk.core.checking.context import Context, Override, Paper
    from infodesk.core.checking.findings import Report
    from infodesk.core.profiles import Profile
    from infodesk.core.reference_index import ReferenceIndex

MANY = 1_000
"""Files from which other processes pay: each first loads what hundreds of files are checked in."""
CHUNK = 20


@dataclass(frozen=True, slots=True)
class Setting:
    """What every file is checked with; plain values that another process can be given.

    Attributes:
        profile: the kind.
        overrides: what the office changed about the rules.
        previous: the report before, for follow-ups.
        sources: documents and speeches on file.
        places: the office's own place table.
    """

    profile: Profile
    overrides: dict[str, Override]
    previous: Paper | None = None
    sources: tuple[Paper, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A file with its decoded text and report, or with the error that kept it from being read."""

    path: Path
    text: str = ""
    report: Report | None = None
    error: InfodeskError | None = None


def expanded(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files named, and those that can be read in each folder named, sorted by path.

    Raises:
        InfodeskError: NOTHING_TO_CHECK: a folder holds none.
    """
    from infodesk.archive import readers

    for path in paths:
        if not path.is_dir():
            yield path
            continue
        # ~$x.docx and .x.docx are what Word and other systems leave beside a file.
        found = sorted(
            file
            for file in path.rglob("*")
            if file.suffix.lower() in readers.SUFFIXES
            and not file.name.startswith(("~$", "."))
            and file.is_file()
        )
        if not found:
            raise InfodeskError(Code.NOTHING_TO_CHECK, path=path)
        yield from found


def checked(paths: Sequence[Path], setting: Setting) -> Iterator[Checked]:
    """Check files, and each against those before it: a near-duplicate is found at the later one."""
    from infodesk.core.checking.check import with_near_duplicates
    from infodesk.core.checking.likeness import Shelf

    shelf = Shelf()
    for each in _each(paths, setting):
        if each.report is None:
            yield each
            continue
        name = str(each.path)
        report = with_near_duplicates(
            each.report, each.text, shelf, setting.profile, setting.overrides, apart_from=name
        )
        shelf.put(name, each.text)
        yield replace(each, report=report)


def _each(paths: Sequence[Path], setting: Setting) -> Iterator[Checked]:
    cores = os.cpu_count() or 1
    if len(paths) < MANY or cores < 2 or getattr(sys, "frozen", False):
        context, index = _surroundings(setting)
        for path in paths:
            yield _unpacked(_checked(path, setting.profile, context, index))
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(
        min(cores, 4), mp_context=get_context("spawn"), initializer=_begin, initargs=(setting,)
    ) as pool:
        try:
            for packed in pool.map(_check_here, paths, chunksize=CHUNK):
                yield _unpacked(packed)
        except BaseException:
            # Ctrl+C: what is waiting is not begun
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_Packed = tuple[Path, str, "Report | None", tuple[str, dict[str, Any]] | None]
_here: list[tuple[Setting, Context, ReferenceIndex]] = []
"""What this process checks with, once another one has begun it."""


def _begin(setting: Setting) -> None:
    _here.append((setting, *_surroundings(setting)))


def _check_here(path: Path) -> _Packed:
    setting, context, index = _here[0]
    return _checked(path, setting.profile, context, index)


def _surroundings(setting: Setting) -> tuple[Context, ReferenceIndex]:
    """Return what each text is checked with, and where to look for what it is copied from."""
    from infodesk.checker import checking_context
    from infodesk.core.reference_index import ReferenceIndex
    from infodesk.workspace import SystemClock

    context = replace(
        checking_context(SystemClock(), setting.places),
        overrides=setting.overrides,
        previous=setting.previous,
    )
    return context, ReferenceIndex(setting.sources)


def _checked(path: Path, profile: Profile, context: Context, index: ReferenceIndex) -> _Packed:
    """Check one file; an error goes by its name, since it can't be given to another process."""
    from infodesk.core.checking.check import check_text

    try:
        text = text_of(path)
    except InfodeskError as error:
        return path, "", None, (error.code.name, error.params)
    around = replace(context, sources=index.near(text))
    return path, text, check_text(text, profile, around), None


def _unpacked(packed: _Packed) -> Checked:
    path, text, report, error = packed
    if error is None:
        return Checked(path, text, report)
    name, params = error
    return Checked(path, error=InfodeskError(Code[name], **params))


def text_of(path: Path) -> str:
    """Return a file's decoded text.

    Raises:
        InfodeskError: it cannot be read, or holds nothing.
    """
    from infodesk.archive import readers

    text = readers.read(path)
    if not text.strip():
        raise InfodeskError(Code.ITEM_EMPTY)
    return text
