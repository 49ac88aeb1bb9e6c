from __future__ import annotations

import re
from itertools import product

import pytest

from infodesk import messages
from infodesk.core.bulletins import IssueAct, IssueState
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.item_states import ALLOWED, DISCARDED
from infodesk.core.items import ItemState


@pytest.mark.parametrize("language", messages.LANGUAGES)
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
