"""The sample office: lived in, within the rules, and left alone once it stands."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from infodesk import paths
from infodesk.core.bulletins import IssueState
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import ItemFilter, ItemState
from infodesk.demo import build_office
from infodesk.files import PART_SUFFIX
from infodesk.workspace import Workspace

NOW = datetime(2027, 3, 2, 8, 40, tzinfo=timezone(timedelta(hours=8)))


class Morning:
    """A clock in another year than the samples were written in, before the office's hours."""

    def now(self) -> datetime:
        return NOW


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return build_office(tmp_path_factory.mktemp("office") / "demo", clock=Morning())


@pytest.fixture
def desk(office):
    with Workspace(office.journal, clock=Morning()) as workspace:
        yield workspace


def test_every_paper_is_there(office):
    assert office.fresh
    names = {path.name for path in office.journal.parent.iterdir() if path.is_file()}
    assert {path.name for path in (office.journal, office.docx, office.pdf, office.batch)} <= names
    assert not [name for name in names if name.endswith(PART_SUFFIX)]
    assert office.pdf.read_bytes().startswith(b"%PDF-")


def test_items_stand_in_every_state_a_clerk_meets(desk):
    counts = Counter(row.state for row in desk.items.rows(ItemFilter()))
    assert counts == {
        ItemState.ISSUED: 4,
        ItemState.SENT: 1,
        ItemState.APPROVED: 2,
        ItemState.HELD: 1,
        ItemState.RETURNED: 1,
        ItemState.DRAFT: 3,
    }


def test_the_issue_carries_the_next_numbers(desk):
    (issue,) = desk.bulletins.issues()
    assert (issue.state, issue.number, issue.total) == (IssueState.SIGNED, 47, 1286)
    assert issue.copies == 100
    assert len(issue.items) == 4


@pytest.mark.parametrize(
    ("title", "full"),
    [
        ("仓库起火", {"situation", "measures"}),
        ("自来水浑浊", {"situation"}),
        ("午餐后出现不适", {"situation", "measures"}),
        ("山体滑坡", {"situation", "measures", "progress"}),
    ],
)
def test_the_list_shows_what_each_item_lacks(desk, title, full):
    (row,) = desk.items.rows(ItemFilter(text=title))
    assert {key for key, state in row.section_states.items() if state == "full"} == full


def test_each_paragraph_of_a_sample_has_its_part(desk):
    for row in desk.items.rows(ItemFilter()):
        content = desk.items.get(row.id).content
        assert content.is_split
        assert all("\n" not in section.text for section in content.sections)


def test_no_word_of_a_sample_is_lost(desk):
    titles = {row.title: row.id for row in desk.items.rows(ItemFilter())}
    for path in (paths.resources() / "samples").glob("*.txt"):
        title, _, body = path.read_text(encoding="utf-8").partition("\n")
        kept = desk.items.get(titles[title]).content.body
        assert re.sub(r"\d+月\d+日", "", kept) == re.sub(r"\d+月\d+日", "", body.rstrip())


def test_nothing_is_dated_in_the_future_or_at_one_moment(desk):
    rows = desk.items.rows(ItemFilter())
    assert all(row.updated_at <= NOW for row in rows)
    assert len({row.updated_at.date() for row in rows}) >= 3
    for row in rows:
        content = desk.items.get(row.id).content
        for month, day in re.findall(r"(\d+)月(\d+)日\d+时", content.body):
            year = NOW.year if int(month) <= NOW.month else NOW.year - 1
            assert datetime(year, int(month), int(day), tzinfo=NOW.tzinfo) <= NOW


def test_a_second_run_leaves_the_office_as_it_is(office, desk):
    desk.settings.set("office.name", "自己的办公室")
    before = {path: path.stat().st_mtime_ns for path in (office.docx, office.pdf, office.batch)}
    again = build_office(office.journal.parent, clock=Morning())
    assert not again.fresh
    assert desk.settings.get("office.name") == "自己的办公室"
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_what_an_interrupted_run_left_does_not_stand_in_the_way(tmp_path):
    (tmp_path / f".journal.infodesk{PART_SUFFIX}").write_bytes(b"half a journal")
    (tmp_path / "示范信息第47期报送.idb").write_bytes(b"half a batch")
    (tmp_path / "own.txt").write_text("keep", encoding="utf-8")
    made = build_office(tmp_path, clock=Morning())
    assert made.fresh
    assert (tmp_path / "own.txt").read_text(encoding="utf-8") == "keep"
    assert not (tmp_path / f".journal.infodesk{PART_SUFFIX}").exists()


def test_a_folder_that_cannot_be_is_named(tmp_path: Path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(InfodeskError) as caught:
        build_office(tmp_path / "taken" / "demo", clock=Morning())
    assert caught.value.code is Code.OUTPUT_FAILS


def test_what_was_copied_from_a_speech_on_file_is_found(desk):
    rows = desk.items.rows(ItemFilter())
    copied = {
        row.title: found.params["label"]
        for row in rows
        for found in desk.check_item(desk.items.get(row.id)).findings
        if found.rule == "copied-passage"
    }
    assert copied == {"县商务局高度重视年末促消费工作": "县委书记在全县经济工作会议上的讲话"}
    assert "砖窑沟" in desk.places.names
