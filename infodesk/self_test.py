"""The self-test of an installed or frozen program: the whole way once, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

from infodesk.archive import readers
from infodesk.core.items import Source
from infodesk.core.stations import fingerprint
from infodesk.files import save_output
from infodesk.workspace import Workspace, pdf_of, read_file, word_of

SAMPLE = """示范县自检条目
11月22日8时，示范县信息科启动程序自检。信息科按程序生成文件并逐一读回。截至8时10分，全部文件读回一致。
"""


def run_self_test(folder: Path) -> list[tuple[str, int]]:
    """Draft, approve, issue, export and send one item, and read every file back.

    Returns:
        The names of the files made and their sizes in bytes.

    Raises:
        AssertionError: a file read back differs from what was written.
        InfodeskError: a step was refused.
    """
    text = folder / "item.txt"
    text.write_text(SAMPLE, encoding="utf-8")
    content, _ = read_file(text)
    docx, pdf, batch = (folder / name for name in ("issue.docx", "issue.pdf", "items.idb"))
    with Workspace(folder / "journal.infodesk") as desk:
        item = desk.items.add(content, source=Source.FILE)
        desk.items.approve(item.id, "自检", despite="自检")
        series = desk.bulletins.add_series(
            key="test", name="自检信息", issuer="示范县", masthead="default", next_number=1
        )
        issue = desk.bulletins.open_issue(series.id, [item.id])
        desk.bulletins.sign(issue.id, "自检", desk.clock.now().date())
        document = desk.document(issue.id)
        save_output(docx, word_of(document))
        data, fonts = pdf_of(document)
        save_output(pdf, data)
        desk.outgoing.export([item.id], batch)
        sender = desk.stations.own()
    if content.body not in readers.read(docx).replace("\n\n", "\n"):
        raise AssertionError("the Word file does not hold the text")
    if not data.startswith(b"%PDF-") or fonts.missing:
        raise AssertionError("the PDF is not whole")
    with Workspace(folder / "second.infodesk") as other:
        other.stations.trust(sender, fingerprint(sender))
        other.incoming.apply(other.incoming.plan(other.incoming.read(batch)))
        if other.items.get(item.id).content != content:
            raise AssertionError("the batch does not hold the item")
    return [(path.name, path.stat().st_size) for path in (docx, pdf, batch)]
