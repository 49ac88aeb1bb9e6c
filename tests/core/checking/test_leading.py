"""Patterns rewritten for speed match what they matched before."""

from __future__ import annotations

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infodesk import paths
from infodesk.core.checking import harms, moments
from infodesk.core.checking.leading import MANY_HEADS, gathered, guarded, spread
from infodesk.core.checking.lexicon import cue_pattern
from tests.core.checking import scorer

CUES = [
    "(赶|奔)(赴|往)…现场",
    "(被|已)?扑灭",
    "(均|都)*(平稳|稳定)",
    "出动#辆",
    "(出动|派出)",
    "出警",
    "无",
    "没有",
]


def test_leading_choices_are_spread_in_the_order_they_are_tried():
    assert spread("(?:a|b(?:c|d))e") == ["ae", "b(?:c|d)e"]
    assert spread("(?:(?:a|b)|c)?d") == ["ad", "bd", "cd", "d"]
    assert spread("(?:a|b){0,4}c") == ["a(?:a|b){0,3}c", "b(?:a|b){0,3}c", "c"]
    assert spread("(?:a)+b") == ["(?:a)+b"]
    assert spread(r"\\(a") == [r"\\(a"]


def test_alternatives_that_begin_alike_are_held_together():
    assert gathered(["出动", "扑灭", "出警"]) == "出(?:动|警)|扑灭"
    assert gathered(["[0-9]人", "出动"]) == "(?=[0-9出])(?:[0-9]人|出动)"


def test_many_alternatives_are_looked_up_by_two_characters():
    heads = [chr(0x4E00 + number) for number in range(MANY_HEADS)]
    pairs = [f"{head}[出入]?动" for head in heads]
    held = gathered([*pairs, "出", "警[^，]报"])
    assert held == f"(?=[{''.join(heads)}][出入动]|[出警])(?:{'|'.join(pairs)}|出|警[^，]报)"
    assert gathered(pairs[1:]) == "|".join(pairs[1:])
    assert gathered(["出?动", "出警"]) == "(?=[出动])(?:出?动|出警)"


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        ("(?<!生)死(?!里)|[-/一-三]个", r"死\-/一-三"),
        (r"(?P<many>两?名)|(?:[约近]|共){0,2}?\.+", r"两名约近共\."),
        ("(?:(?:a|b)*c?)+d", None),
        ("(?:a|)b", None),
        ("[^，]死", None),
        (".死", None),
        (r"\b死", None),
        ("死?", None),
        ("^死", None),
    ],
)
def test_a_pattern_is_guarded_by_what_may_begin_it(pattern, heads):
    assert guarded(pattern) == (f"(?=[{heads}])(?:{pattern})" if heads else pattern)


def test_numbers_and_times_match_the_same_stretches_behind_their_guard():
    for pattern in (harms.TOKEN.pattern, moments._EXPRESSION.pattern):
        guard, bare = pattern.split(")", 1)
        assert guard.startswith("(?=[")
        plain = re.compile(bare)
        for item in scorer.items():
            found = [match.span() for match in re.finditer(pattern, item["text"])]
            assert found == [match.span() for match in plain.finditer(item["text"])]


@given(st.text(st.sampled_from("赶奔赴往现场被已扑灭均都平稳定出动派警3辆无没有，。"), max_size=40))
def test_a_gathered_pattern_matches_the_same_stretches(text):
    patterns = [cue_pattern(cue, {}) for cue in CUES]
    plain, fast = re.compile("|".join(patterns)), re.compile(gathered(patterns))
    assert [m.span() for m in plain.finditer(text)] == [m.span() for m in fast.finditer(text)]


@pytest.mark.parametrize("group", ["masks", "deeds", "results", "formulas"])
def test_the_shipped_cues_match_the_same_stretches(group):
    table = tomllib.loads((paths.resources() / "rules" / "cues.toml").read_text(encoding="utf-8"))
    lists = {name: f"(?:{'|'.join(listed)})" for name, listed in table["words"].items()}
    patterns = [cue_pattern(cue, lists) for cue in table[group]["cues"]]
    plain, fast = re.compile("|".join(patterns)), re.compile(gathered(patterns))
    for item in scorer.items():
        found = [match.span() for match in fast.finditer(item["text"])]
        assert found == [match.span() for match in plain.finditer(item["text"])]
