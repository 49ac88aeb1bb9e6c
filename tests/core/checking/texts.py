"""The labelled texts the reader learns from, as they stand and as signs.

``tests/data/checker/training/*.txt`` and the ``dev`` texts of the labelled sets; the held ones stay
unread.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from infodesk.core.checking.causes import why
from infodesk.core.checking.classes import all_cues, cues_in
from infodesk.core.checking.cue_marks import Marked
from infodesk.core.checking.lexicon import Lexicon
from infodesk.core.checking.signs import signs
from tests.core.checking import scorer

FOLDER = scorer.DATA / "training"
READER = "reader.toml"
SETS = (
    ("labelled.jsonl", None),
    ("second.jsonl", None),
    ("set_a.jsonl", "dev"),
    ("set_b.jsonl", "dev"),
)
HEAD, UNLABELLED = "=", "-"
JOINED = 0.45
"""Share of sentences that are joined to the next in a second copy of each text."""
MOST_JOINED = 3

Labelled = list[tuple[str, str]]
"""A text: (labels, sentence) in order."""


class Seen(NamedTuple):
    """A sentence as the reader gets it.

    Attributes:
        clauses: the signs of each clause.
        wanted: what it tells, in the order of the reader's classes.
        cues: what the second look is given.
    """

    clauses: list[set[str]]
    wanted: tuple[bool, ...]
    cues: frozenset[str] = frozenset()


Read = list[Seen]
"""The sentences of a text."""

HARD = frozenset({
    "attack2.txt", "borderline.txt", "fire2.txt", "incidents1.txt", "incidents2.txt", "office5.txt",
    "poison2.txt", "quake2.txt", "traffic2.txt",
})  # fmt: skip
"""Files of texts written to be hard: more of them lack a part than of real reports."""
HARD_COUNTS = 0.3
"""How much such a text counts beside another."""


def blocks_of(path: Path) -> Iterator[tuple[Labelled, dict[str, int | None]]]:
    """Yield the texts of a training file, each with its counts of deaths and injured if it has any.

    A line is a sentence with its labels before it; a line that begins with ``=`` gives the counts.
    """
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line.split(" ", 1) for line in block.splitlines() if line.strip()]
        counts = {
            name: None if value == "null" else int(value)
            for labels, told in lines
            if labels == HEAD
            for name, value in (pair.split("=") for pair in told.split())
        }
        if lines:
            yield [(labels, told) for labels, told in lines if labels != HEAD], counts


def texts_of(path: Path) -> Iterator[Labelled]:
    """Yield the labelled sentences of a training file's texts."""
    for text, _ in blocks_of(path):
        yield [(labels, sentence) for labels, sentence in text if labels != UNLABELLED]


def every_text() -> list[tuple[str, Labelled]]:
    """Return (file, text) of all texts that may be learned from."""
    found = [(path.name, text) for path in sorted(FOLDER.glob("*.txt")) for text in texts_of(path)]
    for name, part in SETS:
        for item in scorer.items(name, part):
            labelled = [(labels, sentence.strip()) for labels, sentence in item["sentences"]]
            found.append((name, [pair for pair in labelled if pair[0]]))
    return found


def wanted(labels: str) -> tuple[bool, ...]:
    """Return what a sentence of these labels tells, in the order of the reader's classes."""
    measures, progress = "M" in labels, "P" in labels
    firm, full = measures and "c" not in labels, progress and "w" not in labels
    return (measures, progress, full, "S" in labels, "C" in labels, "U" in labels, firm)


def read_signs(texts: Iterable[Labelled]) -> list[Read]:
    """Return the texts as the reader gets them."""
    _, context = scorer.tools(without=READER)
    return [_read(text, context.lexicon) for text in texts]


def _read(text: Labelled, lexicon: Lexicon) -> Read:
    causes = why([sentence for _, sentence in text], lexicon)
    read = []
    for (labels, sentence), spans in zip(text, causes, strict=True):
        clauses = list(signs(sentence, Marked(sentence, lexicon), lexicon))
        read.append(Seen(clauses, wanted(labels), all_cues(cues_in(clauses), *spans)))
    return read


def joined(text: Labelled, choose: random.Random) -> Labelled:
    """Return a text some of whose neighbours are one long sentence, as news agencies write."""
    found: Labelled = []
    place = 0
    while place < len(text):
        many = 1
        while many < MOST_JOINED and place + many < len(text) and choose.random() < JOINED:
            many += 1
        part = text[place : place + many]
        labels = "".join(letter for letter in "SMPCU" if any(letter in given for given, _ in part))
        if "P" in labels and all("P" not in given or "w" in given for given, _ in part):
            labels += "w"
        if "M" in labels and all("M" not in given or "c" in given for given, _ in part):
            labels += "c"
        head = [sentence.rstrip("。！？") for _, sentence in part[:-1]]
        found.append((labels, "，".join([*head, part[-1][1]])))
        place += many
    return found


def plain_and_joined(texts: Iterable[Labelled]) -> tuple[list[Read], list[Read]]:
    """Return the texts as they are and with sentences joined, both as signs."""
    choose = random.Random(3)
    plain = list(texts)
    return read_signs(plain), read_signs([joined(text, choose) for text in plain])
