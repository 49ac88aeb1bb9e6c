"""What a file says is read whatever its lines are worth: a redaction looks for it there."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from infodesk.core.answers import Directive
from infodesk.core.batches import BatchKind
from infodesk.core.errors import Code, InfodeskError
from infodesk.exchange import container
from infodesk.exchange.sayings import strings_in
from infodesk.exchange.zip_shell import packed, parts_in, shell
from tests.exchange.conftest import NOBODY, batch_of, made, text


def with_lines(lines: bytes) -> bytes:
    parts = parts_in(made(batch_of(text("题", "文。"))), container.NAMES)
    return shell([*parts[:3], packed("items.jsonl", lines)])


def test_titles_texts_and_answers_are_among_them():
    batch = batch_of(text("西关镇积水", "2人受伤。"))
    assert {"西关镇积水", "2人受伤。", batch.items[0].id} <= set(strings_in(made(batch), []))
    day = batch.created_at.date()
    said = Directive(batch.id, batch.items[0].id, "题目", "周某", day, "请盯住。")
    answer = replace(batch, kind=BatchKind.DIRECTIVE, items=(), answers=(said,), to_office=NOBODY)
    assert {"请盯住。", batch.items[0].id} <= set(strings_in(made(answer), []))


@pytest.mark.parametrize(
    "line",
    [
        json.dumps({"later": [{"text": "秘密"}]}).encode(),
        '{"title": "秘密'.encode(),
        b"[" * 5000 + "秘密".encode(),
    ],
    ids=["escaped", "broken", "deep"],
)
def test_a_line_that_no_journal_takes_is_read_too(line):
    assert any("秘密" in said for said in strings_in(with_lines(line + b"\n"), []))


def test_what_is_no_batch_is_refused():
    with pytest.raises(InfodeskError) as caught:
        strings_in(b"a file", [])
    assert caught.value.code is Code.BATCH_NOT_ONE
