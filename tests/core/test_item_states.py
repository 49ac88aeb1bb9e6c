from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from infodesk import messages
from infodesk.core.bulletins import IssueAct, IssueState
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.item_states import (
    ALLOWED,
    DISCARDED,
    issued,
    require_approved,
    sent,
    unissued,
)
from infodesk.core.items import Content, Item, ItemState
from infodesk.languages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_names_the_state_and_the_act_in_words(language):
    refusals = [
        InfodeskError(Code.ITEM_STATE_FORBIDS, title="稿", state=state, act=act)
        for state, act in product([*ItemState, DISCARDED], ALLOWED)
    ]
    refusals += [
        InfodeskError(Code.ISSUE_STATE_FORBIDS, state=state, act=act)
        for state, act in product(IssueState, [*IssueAct, "arrange", "edit", "discard"])
    ]
    for refusal in refusals:
        sentence = messages.sentence(refusal, language)
        latin = re.search("[a-z]", sentence.lower())
        assert bool(latin) == (language == "en"), sentence
        assert "-" not in sentence


def test_issuing_and_sending_keep_their_first_times(clock):
    early, late = clock.now(), clock.now() + timedelta(hours=1)
    approved = Item("id", 1, 1, Content("稿", ()), "event", ItemState.APPROVED, early, early)
    assert (sent(approved, early).state, sent(approved, early).sent_at) == (ItemState.SENT, early)
    assert sent(sent(approved, early), late).sent_at == early
    assert issued(issued(approved, early), late).issued_at == early
    both = sent(issued(approved, early), late)
    assert (both.state, both.sent_at, both.updated_at) == (ItemState.ISSUED, late, late)
    assert issued(sent(approved, early), late).state is ItemState.ISSUED
    fallen = unissued(both, late)
    assert (fallen.state, fallen.issued_at, fallen.sent_at) == (ItemState.SENT, None, late)
    assert unissued(issued(approved, early), late).state is ItemState.APPROVED


def test_only_what_rests_on_an_approval_is_let_through(clock):
    item = Item("id", 1, 1, Content("稿", ()), "event", ItemState.DRAFT, clock.now(), clock.now())
    cases = {
        (state, gone): replace(item, state=state, discarded_at=gone)
        for state, gone in product(ItemState, (None, clock.now()))
    }
    for state in (ItemState.APPROVED, ItemState.SENT, ItemState.ISSUED):
        require_approved(cases.pop((state, None)))
    for case in cases.values():
        with pytest.raises(InfodeskError) as caught:
            require_approved(case)
        assert caught.value.code is Code.ITEM_NOT_APPROVED
