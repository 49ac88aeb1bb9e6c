"""A journal goes out as one file and comes in on another computer, equal or not at all."""

from __future__ import annotations

import json
import zipfile

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, ItemFilter
from infodesk.demo import build_office
from infodesk.storage import database, journal_export, migrations
from infodesk.storage.database import open_journal
from infodesk.storage.journal_export import export_journal
from infodesk.storage.journal_import import import_journal
from infodesk.storage.shelf import Shelf
from infodesk.workspace import SystemClock, Workspace


def refused(code):
    return pytest.raises(InfodeskError, match=f"^\\('{code.text}'")


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Return the sample office's journal and its export."""
    folder = tmp_path_factory.mktemp("office")
    journal = build_office(folder / "demo").journal
    target = folder / "office.zip"
    opened = open_journal(journal, clock=SystemClock())
    export_journal(opened, target, SystemClock())
    opened.close()
    return journal, target


def members(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(path, target, **changed):
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in (members(path) | changed).items():
            if data is not None:
                archive.writestr(name, data)
    return target


def everything(path):
    journal = open_journal(path, clock=SystemClock())
    try:
        found = {
            table: journal.query(f'SELECT * FROM "{table}" ORDER BY 1')
            for table in journal_export.tables(journal.connection)
        }
        shape = journal.query("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
        return found, shape
    finally:
        journal.close()


def test_an_export_of_the_import_is_the_export(exported, path, clock, tmp_path):
    source, file = exported
    shelf = Shelf(path, clock)
    rows = import_journal(file, shelf)
    assert rows["items"] > 10
    assert rows["revisions"] > 10
    assert rows["issues"]
    assert rows["batches"]
    again = tmp_path / "again.zip"
    with shelf.opened() as journal:
        assert export_journal(journal, again, clock) == rows
    ours, theirs = members(again), members(file)
    manifests = [json.loads(given.pop("manifest.json")) for given in (ours, theirs)]
    assert ours == theirs
    assert manifests[0]["tables"] == manifests[1]["tables"]
    assert everything(path) == everything(source)
    assert sorted(file.name for file in path.parent.iterdir()) == ["again.zip", path.name]


def test_work_goes_on_in_the_imported_journal(exported, path, clock):
    import_journal(exported[1], Shelf(path, clock))
    with Workspace(path, clock=clock) as workspace:
        count = workspace.items.count(ItemFilter())
        workspace.items.add(Content("新条目", ()))
        assert workspace.items.count(ItemFilter()) == count + 1
        series = workspace.bulletins.series()[0]
        assert workspace.bulletins.open_issue(series.id, []).id > 1


def test_what_is_on_record_is_still_kept_for_good(exported, path, clock):
    import_journal(exported[1], Shelf(path, clock))
    journal = open_journal(path, clock=clock)
    with pytest.raises(journal.connection.IntegrityError, match="kept for good"):
        journal.query("DELETE FROM revisions")
    journal.close()


def test_a_journal_that_holds_something_is_not_overwritten(exported, path, clock):
    with Workspace(path, clock=clock) as workspace:
        workspace.items.add(Content("在写", ()))
    before = path.read_bytes()
    with refused(Code.JOURNAL_NOT_EMPTY):
        import_journal(exported[1], Shelf(path, clock))
    assert path.read_bytes() == before


def test_an_empty_journal_is_replaced(exported, path, clock):
    with Workspace(path, clock=clock) as workspace:
        workspace.settings.set("office.name", "示范县信息科")
    shelf = Shelf(path, clock)
    import_journal(exported[1], shelf)
    with Workspace(path, clock=clock) as workspace:
        assert workspace.items.count(ItemFilter()) > 10
    assert [backup.why for backup in shelf.backups()] == ["before-import"]


def changed_manifest(file, **values):
    manifest = json.loads(members(file)["manifest.json"])
    return json.dumps(manifest | values).encode()


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ("no zip", Code.EXPORT_NOT_ONE),
        ("other zip", Code.EXPORT_NOT_ONE),
        ("newer version", Code.EXPORT_TOO_NEW),
        ("newer step", Code.EXPORT_TOO_NEW),
        ("changed row", Code.EXPORT_ALTERED),
        ("missing row", Code.EXPORT_ALTERED),
        ("missing table", Code.EXPORT_ALTERED),
        ("cut", Code.EXPORT_NOT_ONE),
        ("missing", Code.FILE_MISSING),
    ],
)
def test_what_is_no_whole_export_leaves_nothing(exported, path, clock, tmp_path, how, code):
    file = exported[1]
    target = tmp_path / "changed.zip"
    table = "tables/items.jsonl"
    lines = members(file)[table].splitlines(keepends=True)
    changes = {
        "other zip": {"manifest.json": None},
        "newer version": {"manifest.json": changed_manifest(file, version=2)},
        "newer step": {"manifest.json": changed_manifest(file, steps=["items_0001", "x_9999"])},
        "changed row": {table: b"".join(lines).replace("县".encode(), "市".encode(), 1)},
        "missing row": {table: b"".join(lines[:-1])},
        "missing table": {table: None},
    }
    if how in changes:
        rewritten(file, target, **changes[how])
    elif how == "no zip":
        target.write_bytes(b"not one")
    elif how == "cut":
        target.write_bytes(file.read_bytes()[:-2000])
    with refused(code):
        import_journal(target, Shelf(path, clock))
    assert [file.name for file in path.parent.iterdir() if file != target] == []


def test_an_export_of_an_older_journal_is_brought_up_to_date(path, clock, tmp_path, monkeypatch):
    with Workspace(path, clock=clock) as workspace:
        workspace.items.add(Content("旧", ()))
    file = tmp_path / "old.zip"
    journal = open_journal(path, clock=clock)
    export_journal(journal, file, clock)
    journal.close()
    newer = type(migrations.journal)(migrations.SET)
    for step in migrations.journal._migrations:
        newer(name=step.name)(step.fn)

    @newer(name="telex_0099")
    def _telex(db):
        db.execute("CREATE TABLE telex (x)")
        db.execute("INSERT INTO telex SELECT title FROM items")

    monkeypatch.setattr(migrations, "journal", newer)
    monkeypatch.setattr(database, "STEPS", database.STEPS + 1)
    other = tmp_path / "other.infodesk"
    import_journal(file, Shelf(other, clock))
    journal = open_journal(other, clock=clock)
    assert journal.query("SELECT x FROM telex") == [("旧",)]
    journal.close()


def test_an_export_that_cannot_be_written_leaves_the_old_one(exported, tmp_path, monkeypatch):
    target = tmp_path / "office.zip"
    target.write_bytes(b"old")
    journal = open_journal(exported[0], clock=SystemClock())

    def full(*_):
        raise OSError(28, "no room")

    monkeypatch.setattr(journal_export, "put_in_place", full)
    with refused(Code.OUTPUT_DISK_FULL):
        export_journal(journal, target, SystemClock())
    assert journal.connection.in_transaction is False
    journal.close()
    assert target.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["office.zip"]
