"""Searching a journal: it finds what a plain scan finds, whatever the index has taken in."""

from __future__ import annotations

import random
import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.identifiers import uuid7
from infodesk.core.items import Content, Item, ItemFilter, ItemSort, ItemState, Section
from infodesk.core.search import Among, Order, Wanted, parse
from infodesk.shipped import initials
from infodesk.storage.database import open_beside, open_journal
from infodesk.storage.item_store import SqliteItemStore
from infodesk.storage.journal_export import export_journal
from infodesk.storage.journal_import import import_journal
from infodesk.storage.search.index import HANDFUL
from infodesk.storage.search.keys import key_of, kind_and_ref
from infodesk.storage.search.search import Search
from infodesk.storage.shelf import Shelf

SEED = 20261120
CHARACTERS = "示范县西关镇山体滑坡，。,.：（）()ＡaBb0０1ß𠮷 \n"
WORDS = [
    "滑坡",
    "西关镇",
    "，",
    "a",
    "体滑坡，",
    "(",
    "ｂ",
    "１",
    "镇，山",
    "𠮷",
    "示 范",
    "县",
    "ss",
]


def narrow(character):
    """Fold one character, written apart from the program's own way."""
    if "\uff01" <= character <= "\uff5e":
        character = chr(ord(character) - 0xFEE0)
    if character.isspace():
        return " "
    folded = character.casefold()
    return folded if len(folded) == 1 else character


def shows(text, typed):
    """Tell whether a plain scan finds every word of a query without quotes in title or text."""
    fields = ["".join(map(narrow, field)) for field in text]
    return all(
        any("".join(map(narrow, word)) in field for field in fields) for word in typed.split()
    )


def add(journal, clock, title, text, **others):
    now = others.pop("at", clock.now())
    content = Content(title, (Section("whole", text),))
    return SqliteItemStore(journal).insert(
        Item(uuid7(now), 0, 0, content, "event", ItemState.DRAFT, now, now, **others)
    )


@pytest.fixture
def search(journal, clock):
    return Search(journal, clock, initials)


def found(search, typed, **others):
    return search.finder.find(Wanted(parse(typed), **others), 1000)


def serials(findings):
    return [finding.serial for finding in findings]


def test_keys_sort_by_date_and_give_kind_and_number_back(clock):
    now = clock.now()
    moments = [now - timedelta(days=90_000), now - timedelta(days=3), now, now + timedelta(days=1)]
    keys = [key_of(moment, 3, 7) for moment in moments]
    assert keys == sorted(keys)
    assert {kind_and_ref(key) for key in keys} == {(3, 7)}
    assert key_of(now, 15, (1 << 32) - 1) < key_of(now + timedelta(minutes=1), 1, 1) < 1 << 63


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_nothing_is_missed_and_nothing_too_much(data, tmp_path_factory, clock):
    texts = data.draw(
        st.lists(st.tuples(*[st.text(CHARACTERS, max_size=14)] * 2), min_size=1, max_size=12)
    )
    queries = data.draw(st.lists(st.text(CHARACTERS, min_size=1, max_size=5), min_size=5))
    queries += [title[start : start + 3] for title, _ in texts for start in range(0, len(title), 2)]
    taken_in = data.draw(st.integers(0, len(texts)))
    journal = open_journal(tmp_path_factory.mktemp("search") / "j.infodesk", clock=clock)
    search = Search(journal, clock, initials)
    store = SqliteItemStore(journal)
    items = [add(journal, clock, *text) for text in texts]
    search.index.take_in(taken_in) if taken_in else None
    for place in data.draw(st.lists(st.integers(0, len(items) - 1), max_size=3)):
        texts[place] = (texts[place][0], data.draw(st.text(CHARACTERS, max_size=9)))
        content = Content(texts[place][0], (Section("whole", texts[place][1]),))
        item = store.get(items[place].id)
        store.save_text(item.id, content, item.rev, clock.now())
    for _ in range(2):
        for typed in filter(str.strip, queries):
            if '"' in typed:
                continue
            scan = [
                item.serial for item, text in zip(items, texts, strict=True) if shows(text, typed)
            ]
            assert sorted(serials(found(search, typed))) == scan, typed
            ranked = found(search, typed, order=Order.RELEVANCE)
            assert sorted(serials(ranked)) == scan, typed
            listed = store.rows(ItemFilter(text=typed), 0, 100)
            assert [row.serial for row in listed] == scan[::-1], typed
            assert store.count(ItemFilter(text=typed)) == len(scan), typed
        search.index.take_in_all()
        assert search.index.pending() == 0
    journal.close()


def test_every_query_of_many_lengths_finds_what_a_scan_finds(journal, clock, search):
    chance = random.Random(SEED)
    print("seed", SEED)
    texts = []
    for _ in range(600):
        words = chance.choices(WORDS, k=chance.randrange(30))
        texts.append((chance.choice(WORDS) + chance.choice(WORDS), "".join(words)))
    with journal.atomic():
        for title, text in texts:
            add(journal, clock, title, text)
    search.index.take_in(450)
    texts.append(("最新", "县" * 60 + "𠮷"))
    add(journal, clock, *texts[-1])
    queries = ["县" * 59 + "𠮷", "县" * 61, "县" * 49, "滑坡 镇，", "ＡB", "0", "体", "𠮷a", "镇山"]
    queries += ["".join(chance.choices(WORDS, k=2)) for _ in range(120)]
    for text in texts[::20]:
        start = chance.randrange(len(text[1]) + 1)
        queries.append(text[1][start : start + chance.randrange(1, 12)] or "a")
    for typed in filter(str.strip, queries):
        scan = [place for place, text in enumerate(texts, start=1) if shows(text, typed)]
        assert serials(found(search, typed)) == scan[::-1], typed
        assert list(search.listing.serials(ItemFilter(text=typed))) == scan[::-1], typed


def test_punctuation_never_bridges(journal, clock, search):
    add(journal, clock, "甲", "南河村。镇政府")
    search.index.take_in_all()
    assert found(search, "村镇") == []
    assert found(search, "甲南") == []
    assert serials(found(search, "村。镇")) == [1]


def test_what_is_back_dated_stands_at_its_place(journal, clock, search):
    now = clock.now()
    for days in (0, 400, 3, 40):
        add(journal, clock, "滑坡", f"{days}天前", at=now - timedelta(days=days))
    search.index.take_in(3)
    assert serials(found(search, "滑坡")) == [1, 3, 4, 2]
    since = (now - timedelta(days=40)).date()
    assert serials(found(search, "滑坡", since=since, until=now.date() - timedelta(days=1))) == [
        3,
        4,
    ]
    assert serials(found(search, "滑坡", until=date(2025, 12, 31))) == [2]
    assert [finding.at.date() for finding in found(search, "40天前")] == [since]


def test_a_hit_in_the_title_and_a_short_text_is_the_more_relevant_one(journal, clock, search):
    add(journal, clock, "滑坡", "西关镇")
    add(journal, clock, "别的", "滑坡" + "西关镇" * 50)
    search.index.take_in_all()
    assert serials(found(search, "滑坡")) == [2, 1]
    assert serials(found(search, "滑坡", order=Order.RELEVANCE)) == [1, 2]


def test_findings_are_narrowed_by_kind_unit_and_sort_of_thing(journal, clock, search):
    add(journal, clock, "滑坡", "甲", unit="西关镇")
    second = add(journal, clock, "滑坡", "乙", unit="东山镇")
    search.index.take_in_all()
    assert serials(found(search, "滑坡", unit="东山镇")) == [2]
    assert found(search, "滑坡", kind="problem") == []
    assert found(search, "滑坡", among=frozenset({Among.ISSUE})) == []
    finding = found(search, "乙")[0]
    assert (finding.among, finding.id, finding.state) == (Among.ITEM, second.id, "draft")
    assert (finding.text.text, finding.text.spans) == ("乙", ((0, 1),))


def test_trash_leaves_the_search_and_is_searched_by_itself(journal, clock, search):
    store = SqliteItemStore(journal)
    item = add(journal, clock, "滑坡", "甲")
    search.index.take_in_all()
    store.update(replace(item, discarded_at=clock.now()))
    for _ in range(2):
        assert found(search, "滑坡") == []
        assert store.count(ItemFilter(text="滑坡")) == 0
        assert store.count(ItemFilter(text="滑坡", discarded=True)) == 1
        search.index.take_in_all()
    store.update(replace(store.get(item.id), discarded_at=None))
    assert serials(found(search, "滑坡")) == [1]


def test_what_the_latest_version_says_is_found_after_the_draft_left_it(workspace):
    desk, finder = workspace.items, workspace.search.finder
    item = desk.add(Content("题", (Section("situation", "原来的说法"),)))
    desk.keep_version(item.id, "李明", "left")
    for _ in range(2):
        assert [hit.among for hit in finder.find(Wanted(parse("原来")), 9)] == [Among.ITEM]
        workspace.search.index.take_in_all()
    desk.autosave(item.id, Content("题", (Section("situation", "改过"),)), item.rev)
    for _ in range(2):
        assert [hit.among for hit in finder.find(Wanted(parse("原来")), 9)] == [Among.VERSION]
        assert [hit.among for hit in finder.find(Wanted(parse("改过")), 9)] == [Among.ITEM]
        assert desk.count(ItemFilter(text="原来")) == 0
        workspace.search.index.take_in_all()
    desk.keep_version(item.id, "李明", "left")
    assert finder.find(Wanted(parse("原来")), 9) == []


def test_issues_are_found_by_number_and_by_what_they_print(workspace):
    desk, bulletins = workspace.items, workspace.bulletins
    item = desk.add(Content("秋粮收购", (Section("situation", "资金已经落实"),)))
    desk.approve(item.id, "主任", despite="样例")
    series = bulletins.add_series(
        key="xinxi", name="示范信息", issuer="办公室", masthead="default", next_number=47
    )
    issue = bulletins.open_issue(series.id, [item.id])
    only = frozenset({Among.ISSUE})

    def issues(typed):
        return serials(workspace.search.finder.find(Wanted(parse(typed), among=only), 9))

    workspace.search.index.take_in_all()
    assert issues("资金") == [issue.id]
    assert issues("47期") == []
    bulletins.sign(issue.id, "主任", date(2026, 11, 20))
    for _ in range(2):
        assert issues("示范信息 47期") == [issue.id]
        assert issues("主任") == [issue.id]
        workspace.search.index.take_in_all()
    bulletins.save_series(replace(bulletins.get_series("xinxi"), name="示范要情"))
    assert issues("要情 2026年第47期") == [issue.id]
    another = bulletins.open_issue(series.id)
    workspace.search.index.take_in_all()
    assert another.id in issues("要情")
    bulletins.discard(another.id)
    assert another.id not in issues("要情")


def test_initials_find_titles_by_every_reading(journal, clock, search):
    add(journal, clock, "重庆路西关镇段", "甲")
    add(journal, clock, "东山镇", "乙")
    for _ in range(2):
        for typed in ("xgz", "cql", "zql", "XGZ"):
            assert serials(search.finder.find_initials(typed, 9)) == [1], typed
        assert search.finder.find_initials("xzg", 9) == []
        search.index.take_in_all()


def test_an_index_is_made_anew_while_everything_is_found(journal, clock, search):
    with journal.atomic():
        for number in range(2 * HANDFUL + 10):
            add(journal, clock, f"滑坡{number}", "甲")
    search.index.take_in_all()
    seen = []

    def look(done, total):
        seen.append((done, total, len(found(search, "滑坡"))))

    search.index.rebuild(look)
    assert [done for done, _, _ in seen] == [HANDFUL, 2 * HANDFUL, 2 * HANDFUL + 10]
    assert {total for _, total, _ in seen} == {2 * HANDFUL + 10}
    assert {count for _, _, count in seen} == {2 * HANDFUL + 10}
    entries = journal.row("SELECT count(*), count(DISTINCT key) FROM search_entries")
    assert entries == (2 * HANDFUL + 10, 2 * HANDFUL + 10)
    assert journal.row("SELECT count(*) FROM search_index") == entries[:1]


def test_what_is_purged_leaves_no_trace_in_the_index(journal, clock, search):
    store = SqliteItemStore(journal)
    item = add(journal, clock, "甲", "𪚥𪚥")
    add(journal, clock, "乙", "别的")
    search.index.take_in_all()

    def pieces():
        return b"".join(block for (block,) in journal.query("SELECT block FROM search_index_data"))

    assert "𪚥".encode() in pieces()
    store.save_text(item.id, Content("甲", (Section("whole", "已抹去"),)), 1, clock.now())
    search.index.purge()
    assert "𪚥".encode() not in pieces()
    assert serials(found(search, "抹去")) == [1]
    assert serials(found(search, "别的")) == [2]


def test_another_thread_searches_and_takes_in_beside(journal, clock, search):
    for number in range(300):
        add(journal, clock, f"滑坡{number}", "甲")
    results = []

    def work():
        with Search.beside(journal, clock, initials) as beside:
            results.append(len(found(beside, "滑坡")))
            beside.index.take_in_all()
            results.append(len(found(beside, "滑坡")))

    thread = threading.Thread(target=work)
    thread.start()
    while thread.is_alive():
        assert len(found(search, "滑坡")) == 300
    thread.join()
    assert results == [300, 300]
    assert search.index.pending() == 0


def test_a_search_reads_one_state_of_the_journal(journal, clock, search):
    add(journal, clock, "滑坡", "甲")
    beside = open_beside(journal)
    with beside.reading():
        assert beside.row("SELECT count(*) FROM search_pending") == (1,)
        search.index.take_in_all()
        assert beside.row("SELECT count(*) FROM search_pending") == (1,)
    assert beside.row("SELECT count(*) FROM search_pending") == (0,)
    beside.close()


def test_an_old_journal_has_everything_pending_and_finds_it(path, clock, journal):
    add(journal, clock, "滑坡", "甲")
    journal.change("DELETE FROM search_pending")
    for trigger in journal.query("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        if trigger[0].startswith(("search_", "item_counts_")):
            journal.change(f"DROP TRIGGER {trigger[0]}")
    for name in ("search_index", "search_entries", "search_pending", "item_counts"):
        journal.change(f"DROP TABLE {name}")
    indexes = "SELECT name FROM sqlite_master WHERE type = 'index' AND name GLOB 'items_*'"
    for (name,) in journal.query(indexes):
        journal.change(f"DROP INDEX {name}")
    journal.change("CREATE INDEX items_by_state ON items(state)")
    journal.change("CREATE INDEX items_by_unit ON items(unit)")
    steps = "('search_0007', 'lists_0008', 'lists_0011', 'search_0013')"
    journal.change(f"DELETE FROM _sqlite_migrations WHERE name IN {steps}")
    journal.close()
    again = open_journal(path, clock=clock)
    search = Search(again, clock, initials)
    assert search.index.pending() == 1
    assert serials(found(search, "滑坡")) == [1]
    assert SqliteItemStore(again).count(ItemFilter()) == 1
    again.close()


@pytest.mark.parametrize("sort", ItemSort)
def test_lists_of_a_text_are_narrowed_and_ordered_as_others_are(journal, clock, search, sort):
    store = SqliteItemStore(journal)
    chance = random.Random(SEED)
    for number in range(60):
        clock.advance(days=chance.choice([0, 1]))
        add(journal, clock, "滑坡" if number % 3 else "别的", "甲", unit=chance.choice("乙丙丁"))
    search.index.take_in(30)
    for others in ({}, {"unit": "丙"}, {"since": clock.now().date() - timedelta(days=9)}):
        every = store.rows(ItemFilter(sort=sort, **others), 0, 100)
        wanted = [row.serial for row in every if row.title == "滑坡"]
        listed = ItemFilter(sort=sort, text="滑坡", **others)
        assert [row.serial for row in store.rows(listed, 0, 100)] == wanted
        assert store.count(listed) == len(wanted)


def test_an_imported_journal_is_counted_and_searched(tmp_path, clock, journal, search):
    add(journal, clock, "滑坡", "甲", unit="西关镇")
    search.index.take_in_all()
    export_journal(journal, tmp_path / "export.zip", clock)
    path = tmp_path / "other.infodesk"
    import_journal(tmp_path / "export.zip", Shelf(path, clock))
    other = open_journal(path, clock=clock)
    store = SqliteItemStore(other)
    assert (store.count(ItemFilter()), store.units()) == (1, ["西关镇"])
    beside = Search(other, clock, initials)
    assert serials(found(beside, "滑坡")) == [1]
    assert beside.index.pending() == 1
    other.close()


def test_an_encrypted_journal_is_searched_beside(encrypted_journal, clock):
    opened = encrypted_journal.open(clock)
    add(opened, clock, "滑坡", "甲")
    with Search.beside(opened, clock, initials) as beside:
        beside.index.take_in_all()
        assert serials(found(beside, "滑坡")) == [1]
    opened.close()
    assert "滑坡".encode() not in encrypted_journal.path.read_bytes()


def test_taking_in_beside_gives_way_to_who_writes(journal, clock, search):
    add(journal, clock, "滑坡", "甲")
    with Search.beside(journal, clock, initials) as beside:
        with journal.atomic():
            add(journal, clock, "滑坡", "乙")
            with pytest.raises(InfodeskError) as caught:
                beside.take_in()
            assert caught.value.code is Code.JOURNAL_BUSY
            assert serials(found(beside, "滑坡")) == [1]
        assert beside.take_in() == 2
        assert serials(found(beside, "滑坡")) == [2, 1]


def test_the_pieces_of_the_index_stay_few(journal, clock, search):
    with journal.atomic():
        for number in range(600):
            add(journal, clock, f"滑坡{number}", "山体" * 40 + str(number))
    while search.index.take_in(10):
        pass
    pieces = journal.row("SELECT count(DISTINCT segid) FROM search_index_idx")
    assert pieces[0] < 20
    search.index.merge()
    assert journal.row("SELECT count(DISTINCT segid) FROM search_index_idx") == (1,)
    assert len(found(search, "滑坡")) == 600
