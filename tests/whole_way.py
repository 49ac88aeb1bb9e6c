"""Real input through the whole way: add, check, approve, issue, Word and PDF, batch, second desk.

``python -m tests.whole_way FOLDER`` runs every text of a folder and prints the time of each step;
``tests/test_whole_way.py`` runs the project's own texts.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from infodesk.archive import readers
from infodesk.checker import checking_context
from infodesk.core.bulletins import Recipient
from infodesk.core.checking.as_json import as_object
from infodesk.core.checking.check import check_text
from infodesk.core.items import Content, Source
from infodesk.core.stations import fingerprint
from infodesk.files import save_output
from infodesk.workspace import (
    Workspace,
    pdf_of,
    profile_named,
    read_file,
    word_of,
)

PAGE_NUMBER = re.compile(r"—\d+—$")


@dataclass
class Outcome:
    """What came of a run: what went wrong, by file, and the seconds of each step."""

    files: int = 0
    pages: int = 0
    faults: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))


class _Stopwatch:
    def __init__(self, seconds: dict[str, float]) -> None:
        self._seconds = seconds
        self._last = time.perf_counter()

    def lap(self, step: str) -> None:
        now = time.perf_counter()
        self._seconds[step] += now - self._last
        self._last = now


def without_space(text: str) -> str:
    """Return a text without any white space."""
    return re.sub(r"\s", "", text)


def printed_text(pdf: bytes) -> tuple[str, int]:
    """Return a PDF's text layer without white space and page numbers, and its page count."""
    from pypdf import PdfReader

    pages = PdfReader(BytesIO(pdf)).pages
    texts = [PAGE_NUMBER.sub("", without_space(page.extract_text())) for page in pages]
    return "".join(texts), len(texts)


def expected_text(contents: list[Content]) -> str:
    """Return what must stand in an issue, in order, without white space."""
    return without_space("".join(content.title + content.body for content in contents))


def run(files: list[Path], folder: Path) -> Outcome:
    """Send files through the whole way inside a folder.

    Args:
        files: texts in a form ``archive.readers`` knows.
        folder: empty; journals and papers are made in it.
    """
    outcome = Outcome(files=len(files))
    watch = _Stopwatch(outcome.seconds)
    contents: list[Content] = []
    with Workspace(folder / "first.infodesk") as desk, Workspace(folder / "second.infodesk") as up:
        series = desk.bulletins.add_series(
            key="xinxi",
            name="示范信息",
            issuer="示范县信息科",
            masthead="default",
            next_number=1,
            distribution=(Recipient("报", "市委办公室", 2), Recipient("发", "各乡镇", 12)),
        )
        watch.lap("open")
        ids = []
        for path in files:
            content, _ = read_file(path)
            watch.lap("read")
            ids.append(desk.items.add(content, source=Source.FILE).id)
            contents.append(content)
            watch.lap("add")
        for path in files:
            text = readers.read(path)
            report = check_text(text, profile_named("event"), checking_context(desk.clock))
            json.dumps(as_object(str(path), profile_named("event"), report), ensure_ascii=False)
        watch.lap("check")
        for item in ids:
            desk.items.approve(item, "科长", despite="试运行")
        watch.lap("approve")
        for each in [[item] for item in ids] + [ids]:
            issue = desk.bulletins.open_issue(series.id, each)
            desk.bulletins.sign(issue.id, "主任", desk.clock.now().date())
            document = desk.document(issue.id)
            watch.lap("issue")
            pdf, _ = pdf_of(document)
            save_output(folder / f"{issue.id}.pdf", pdf)
            watch.lap("pdf")
            save_output(folder / f"{issue.id}.docx", word_of(document))
            watch.lap("word")
            chosen = [contents[ids.index(item)] for item in each]
            text, pages = printed_text(pdf)
            outcome.pages += pages
            if expected_text(chosen) not in text:
                outcome.faults.append(f"PDF of issue {issue.id}: text differs")
            word = without_space(readers.read(folder / f"{issue.id}.docx"))
            if expected_text(chosen) not in word:
                outcome.faults.append(f"Word of issue {issue.id}: text differs")
            watch.lap("read back")
        record = desk.outgoing.export(ids, folder / "items.idb", keep_personal=ids)
        sender = desk.stations.own()
        up.stations.trust(sender, fingerprint(sender))
        watch.lap("batch export")
        for _ in range(2):
            up.incoming.apply(up.incoming.plan(up.incoming.read(Path(record.path))))
        watch.lap("batch import twice")
        for item, content in zip(ids, contents, strict=True):
            if up.items.get(item).content != content:
                outcome.faults.append(f"item {item} differs at the other end")
        from infodesk.core.items import ItemFilter

        if up.items.count(ItemFilter()) != len(ids):
            outcome.faults.append("the second import counted again")
    return outcome


def main() -> int:
    """Run the texts of the folder named on the command line; print what came of it."""
    files = sorted(Path(sys.argv[1]).glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(files, Path(folder))
    for step, seconds in outcome.seconds.items():
        print(f"{step:20} {seconds * 1000:9.1f} ms {seconds * 1000 / len(files):8.2f} ms a file")
    for fault in outcome.faults:
        print(fault)
    print(f"{outcome.files} files, {outcome.pages} pages, {len(outcome.faults)} faults")
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
