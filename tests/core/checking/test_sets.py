"""The labelled sets are whole: what they label is in their texts, and every third is held back."""

from __future__ import annotations

import re

import pytest

from tests.core.checking import scorer
from tests.core.checking.texts import FOLDER, UNLABELLED, blocks_of

SETS = sorted(file.name for file in scorer.DATA.glob("set_?.jsonl"))
LABELS = re.compile(r"(?:Mc|Pw|S|M|P)*C?U?")
CAUSES = {"stated", "under_investigation", "none"}
COUNTS = ("deaths", "injured", "missing", "trapped", "evacuated", "poisoned")
SPANS = ("losses", "as_of", "commander")


def state(item, full, weak):
    labels = [set(re.findall("Mc|Pw|S|M|P", letters)) for letters, _ in item["sentences"]]
    if any(full in found for found in labels):
        return "full"
    return "weak" if any(weak in found for found in labels) else "missing"


def faults(item):
    """Yield what is wrong with one labelled item, in words."""
    for letters, sentence in item["sentences"]:
        if not LABELS.fullmatch(letters) or not sentence:
            yield f"label {letters!r} of {sentence!r}"
    spans = [*item["time"], *item["place"], *(item[name] for name in SPANS if name in item)]
    yield from (f"{span} is not in the text" for span in spans if span not in item["text"])
    if item["measures"] != state(item, "M", "Mc"):
        yield f"measures {item['measures']}"
    if item["progress"] != state(item, "P", "Pw"):
        yield f"progress {item['progress']}"
    if item["cause"] not in CAUSES or not isinstance(item["source"], bool):
        yield "cause or source"
    if item["style"] not in {"news", "office"}:
        yield f"style {item['style']}"
    for name in COUNTS:
        count = item.get(name)
        if not (count is None or isinstance(count, int) or count in item["text"]):
            yield f"{name} {count!r}"


@pytest.mark.parametrize("name", SETS)
def test_what_is_labelled_is_in_the_text(name):
    found = [f"{item['id']}: {fault}" for item in scorer.items(name) for fault in faults(item)]
    assert not found


def test_a_wrong_label_is_seen():
    item = next(scorer.items(SETS[0]))
    item |= {"time": ["没有的时间"], "measures": "none"}
    assert len(list(faults(item))) == 2


@pytest.mark.parametrize("name", SETS)
def test_every_third_text_is_held_back(name):
    parts = [item["set"] for item in scorer.items(name)]
    assert parts[:165] == ["dev", "dev", "held"] * 55
    assert len(parts) >= 165


def test_no_text_occurs_twice():
    everything = [item for name in SETS for item in scorer.items(name)]
    assert len({item["text"] for item in everything}) == len(everything)
    assert len({item["id"] for item in everything}) == len(everything)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_what_the_reader_learns_from_is_well_formed(path):
    for text, counts in blocks_of(path):
        assert set(counts) in (set(), {"deaths", "injured"})
        for labels, sentence in text:
            assert labels == UNLABELLED or re.fullmatch("S?(?:Mc?)?(?:Pw?)?C?U?", labels), labels
            assert sentence == sentence.strip() != ""
