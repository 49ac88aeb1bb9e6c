"""What has happened, what comes next, until when the figures hold: stretches named by cues."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from infodesk.core.checking.lexicon import Lexicon
from infodesk.core.checking.moments import moments

_AS_OF = re.compile(
    r"(?:截至|截止|截至到|截止到)(?:目前|发稿时?|昨晚记者发稿时?|记者发稿时?|现在)?"
)


def kinds(sentences: list[str], lexicon: Lexicon) -> list[tuple[str, int, int, int]]:
    """Return (kind, sentence number, start, end) of each kind of event, surest first."""
    weights: Counter[str] = Counter()
    first: dict[str, tuple[int, int, int]] = {}
    for number, sentence in enumerate(sentences):
        for match in lexicon.kinds.finditer(sentence):
            name = match.lastgroup or ""
            weights[name] += 8 if number == 0 else 4 if number == 1 else 1
            first.setdefault(name, (number, match.start(), match.end()))
    return [(name, *first[name]) for name, _ in weights.most_common()]


def as_of(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that tell until when what follows holds (截至22日8时)."""
    for match in _AS_OF.finditer(sentence):
        following = next(moments(sentence, match.end(), match.end() + 40), None)
        if following is not None and following.start <= match.end() + 1:
            yield match.start(), following.end
        elif len(match[0]) > 2:
            yield match.span()


def next_steps(sentence: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the stretches that tell what is to be done, from the cue to the sentence's end."""
    found = lexicon.next_steps.search(sentence)
    if found is not None:
        yield found.start(), len(sentence.rstrip("。！？ \n"))
