"""Documents and speeches on file: kept, renamed, taken off, refused, compared with."""

from __future__ import annotations

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.references import LONGEST_TITLE, ReferenceDesk
from infodesk.storage.engine import sqlite
from infodesk.storage.reference_store import SqliteReferenceStore

SPEECH = "要牢牢把握高质量发展这个首要任务，把发展经济的着力点放在实体经济上。"


@pytest.fixture
def store(journal):
    return SqliteReferenceStore(journal)


@pytest.fixture
def desk(store, clock):
    return ReferenceDesk(store, clock)


def test_what_is_put_on_file_is_listed_the_newest_first(desk, clock):
    first = desk.add("在全县大会上的讲话", f"{SPEECH}\r\n二、狠抓落实。\u200b\n")
    second = desk.add(" 一号\n文件 ", "关于做好秋收工作的通知")
    assert [each.title for each in desk.all()] == ["一号 文件", "在全县大会上的讲话"]
    assert desk.all() == [second, first]
    assert desk.text(first.number) == f"{SPEECH}\n二、狠抓落实。"
    assert desk.all()[1].characters == len(desk.text(first.number))
    assert [each.label for each in desk.papers()] == ["在全县大会上的讲话", "一号 文件"]


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("空文", " \n　\n", Code.REFERENCE_EMPTY),
        ("", SPEECH, Code.REFERENCE_EMPTY),
        ("密件", f"机密★1年\n{SPEECH}", Code.ITEM_CLASSIFIED),
        ("秘密★文件", SPEECH, Code.ITEM_CLASSIFIED),
        ("坏文", "甲\x00乙", Code.TEXT_HAS_NUL),
        ("长文", "字" * 100_001, Code.ITEM_TOO_LONG),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_on_file(desk, title, text, code):
    with pytest.raises(InfodeskError) as refused:
        desk.add(title, text)
    assert refused.value.code is code
    assert desk.all() == []


def test_the_same_text_is_kept_once(desk):
    desk.add("讲话", SPEECH)
    with pytest.raises(InfodeskError) as refused:
        desk.add("讲话（副本）", f"\n{SPEECH}\n")
    assert (refused.value.code, refused.value.params) == (
        Code.REFERENCE_EXISTS,
        {"title": "讲话"},
    )
    assert len(desk.all()) == 1


def test_a_text_is_renamed_and_taken_off_and_its_number_is_not_given_again(desk):
    kept = desk.add("讲话", SPEECH)
    desk.rename(kept.number, "甲" * (LONGEST_TITLE + 5))
    assert desk.all()[0].title == "甲" * LONGEST_TITLE
    desk.rename(kept.number, "  ")
    assert desk.all()[0].title == "甲" * LONGEST_TITLE
    desk.remove(kept.number)
    assert desk.all() == []
    for act in (desk.text, desk.remove, lambda number: desk.rename(number, "乙")):
        with pytest.raises(InfodeskError) as refused:
            act(kept.number)
        assert refused.value.code is Code.REFERENCE_NOT_FOUND
    assert desk.add("讲话", SPEECH).number > kept.number


def test_every_change_is_seen(store, desk):
    states = [store.state()]
    kept = desk.add("讲话", SPEECH)
    states.append(store.state())
    desk.rename(kept.number, "报告")
    states.append(store.state())
    other = desk.add("通知", "关于做好秋收工作的通知")
    states.append(store.state())
    desk.remove(kept.number)
    states.append(store.state())
    desk.remove(other.number)
    states.append(store.state())
    assert len(set(states[:-1])) == 5
    assert states[-1] not in states[1:-1]
    assert store.count() == 0


def test_a_title_is_text(journal):
    with pytest.raises(sqlite.IntegrityError):
        journal.change("INSERT INTO reference_texts (title, body, at) VALUES (NULL, '', '')")
