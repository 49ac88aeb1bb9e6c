"""What a clause shows of what it tells: its words, the kinds of its words in order, its cues.

A sign is a short string; the reader's weights are kept by sign. Those who read a clause and those
who train the reader get the same signs from here.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import rjieba

from infodesk.core.checking.cue_marks import Marked
from infodesk.core.checking.lexicon import Lexicon

CUE = "g:"
"""What the sign of a cue begins with."""
PAST = "s:past"
"""The sign of a sentence that speaks of other times."""
LEAST_CLAUSE = 5
"""Characters below which a clause is read together with the next one (目前，…)."""

_CLAUSE = re.compile(r"[^，,；;：:。！？!?\n]+")
_DIGITS = re.compile(r"[0-9０-９]+(?:[.．,，:：][0-9０-９]+)*")
_PAST = re.compile(
    r"(?:19|20)[0-9]{2}年|去年|前年|上世纪|过去[^，。]{0,4}年|[0-9一二三四五六七八九十两几]年前|那次|同期|以来|此前|早在"
)
"""Words that place a sentence in other times: what was done then is no measure of today."""
_MARKS = frozenset("被把将对向给为已正在未没无不曾要应可了让由0")
_NAMED = ("responder", "helper", "victim", "suspect")
_LONG = 2


def clauses(sentence: str) -> list[tuple[int, int]]:
    """Return a sentence's clauses as (start, end), very short ones joined to the next."""
    found: list[tuple[int, int]] = []
    begin = -1
    for match in _CLAUSE.finditer(sentence):
        start = begin if begin >= 0 else match.start()
        begin = -1
        if match.end() - start < LEAST_CLAUSE:
            begin = start
        else:
            found.append((start, match.end()))
    if begin >= 0:
        found.append((found.pop()[0] if found else begin, len(sentence)))
    return found or [(0, len(sentence))]


def signs(sentence: str, marked: Marked, lexicon: Lexicon) -> Iterator[set[str]]:
    """Yield the signs of each clause of a sentence, in order.

    Args:
        sentence: its text.
        marked: the same with its cues marked.
        lexicon: the words' kinds.
    """
    past = {PAST} if _PAST.search(sentence) else set()
    before = {"p:begins"}
    for start, end in clauses(sentence):
        cues = marked.cues(start, end)
        kinds, found = _words(_DIGITS.sub("0", sentence[start:end]), lexicon)
        found.update(CUE + cue for cue in cues)
        found |= before | past
        yield found
        before = {f"p:{name}" for name in (*cues, *kinds)}


def _words(clause: str, lexicon: Lexicon) -> tuple[set[str], set[str]]:
    """Return the kinds of word a clause holds, and the signs of its words."""
    order = ["^", *_kinds(clause, lexicon), "$"]
    pairs = list(map("_".join, itertools.pairwise(order)))
    found = set(map("k:".__add__, order))
    found.update(map("k:".__add__, pairs))
    found.update(map("k:{}_{}".format, pairs, order[2:]))
    cut = rjieba.cut(clause)
    found.update(map("w:".__add__, cut))
    who = next((kind for kind in order if kind in _NAMED), None)
    if who is not None:
        found.update(map(f"{who[0]}:".__add__, cut))
    # characters and pairs of them are signs as they stand
    found.update(clause)
    found.update(map(str.__add__, f"^{clause}", f"{clause}$"))
    return {kind for kind in order if len(kind) > _LONG}, found


def _kinds(clause: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the kinds of a clause's words and its particles; the longest word wins."""
    words, heads = lexicon.words, lexicon.heads
    place, end = 0, len(clause)
    while place < end:
        for size in heads.get(clause[place : place + 2], ()):
            kind = words.get(clause[place : place + size])
            if kind is not None:
                yield kind
                place += size
                break
        else:
            mark = clause[place]
            if mark in _MARKS:
                yield mark
            place += 1
