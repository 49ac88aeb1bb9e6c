"""Counts the false alarms on sixty good items; ``python -m tests.core.checking.judging``.

Each "must" that ``infodesk check --profile KIND --json`` gives for an item with the item's own kind
was judged as a careful editor of the county office would: right where the item does lack it, wrong
where the item says it. The verdicts are data, ``must_judgements.toml``; one that was not given yet
counts as wrong.

The items are chosen by a rule. Of the office items that may be read (``dev``), those that state
everything their kind demands, as labelled: where classes of sentences fill the parts, a situation,
full measures, full progress, a time and a place; else each part whose absence is a "must". They
are taken kind by kind in turn, those of set A before those of set B, until they are sixty.

``--held`` counts the same on the complete texts that are held back. Nobody may read those, so every
"must" counts as wrong, which is more than an editor would reject.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import zip_longest
from typing import Any

from infodesk import messages, paths
from infodesk.core.checking.as_json import as_object
from infodesk.core.checking.check import check_text
from infodesk.core.checking.findings import Severity
from infodesk.core.profiles import DEFAULT_PROFILE, Profile, profile_from
from tests.core.checking.scorer import DATA, items, tools

MANY = 60
MOST_WRONG = 0.3
"""Wrong "musts" per item, on average, that an office will bear."""
TODAY = date(2026, 12, 31)
"""The day of the check. No label gives one; by the year's last day every date in it has passed."""
_URGENT = frozenset({"urgent-first", "urgent-follow-up", "urgent-final", "followup", "final"})

Item = Mapping[str, Any]
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Must:
    """A "must" of one item, with its verdict: right, wrong, or empty where nobody judged it."""

    item: str
    kind: str
    rule: str
    about: str
    message: str
    verdict: str = ""
    reason: str = ""

    @property
    def key(self) -> Key:
        return self.item, self.rule, self.about


def kind_of(item: Item) -> str:
    """Return the key of the profile an item is checked with; news are of the default kind."""
    if item["style"] == "news":
        return DEFAULT_PROFILE
    return "urgent" if item["kind"] in _URGENT else str(item["kind"])


def is_complete(item: Item, profile: Profile) -> bool:
    """Tell whether the labels say that an item states everything its kind demands."""
    demanded = {part.key for part in profile.parts if part.severity is Severity.MUST}
    if all(part.states is not None for part in profile.parts):
        told = any("S" in letters for letters, _ in item["sentences"])
        full = item["measures"] == item["progress"] == "full"
        return told and full and bool(item["time"]) and bool(item["place"])
    return demanded <= set(item.get("parts", ()))


def chosen() -> list[Item]:
    """Return the items that are judged, in the order in which they are taken."""
    kinds: dict[str, list[Item]] = {key: [] for key in profiles()}
    for item in _complete("dev"):
        if item["style"] == "office":
            kinds[kind_of(item)].append(item)
    in_turn = zip_longest(*kinds.values())
    return [item for each in in_turn for item in each if item is not None][:MANY]


def _complete(part: str) -> Iterator[Item]:
    for name in ("set_a.jsonl", "set_b.jsonl"):
        yield from (item for item in items(name, part) if is_complete(item, profile_of(item)))


def profile_of(item: Item) -> Profile:
    """Return what an item's kind demands."""
    return profiles()[kind_of(item)]


_profiles: dict[str, Profile] = {}


def profiles() -> dict[str, Profile]:
    """Return the shipped kinds by key, in their order."""
    if not _profiles:
        files = (paths.resources() / "profiles").glob("*.toml")
        read = [profile_from(tomllib.loads(file.read_text(encoding="utf-8"))) for file in files]
        _profiles.update({each.key: each for each in sorted(read, key=lambda each: each.order)})
    return _profiles


def judgements() -> dict[Key, Mapping[str, str]]:
    """Return the verdicts by item, rule and what it speaks of."""
    data = tomllib.loads((DATA / "must_judgements.toml").read_text(encoding="utf-8"))
    return {(each["item"], each["rule"], each["about"]): each for each in data["judgement"]}


def musts(checked: list[Item]) -> Iterator[Must]:
    """Check the items and yield every "must" with its verdict."""
    context = replace(tools()[1], today=TODAY)
    said = partial(messages.finding_text, language="en")
    verdicts = judgements()
    for item in checked:
        profile = profile_of(item)
        report = check_text(item["text"], profile, context)
        for found in as_object(item["id"], profile, report, said)["findings"]:
            if found["severity"] != Severity.MUST:
                continue
            about = found["section"] or item["text"][found["start"] : found["end"]]
            must = Must(item["id"], profile.key, found["rule"], about, found["message"])
            given = verdicts.get(must.key, {})
            yield replace(must, verdict=given.get("verdict", ""), reason=given.get("reason", ""))


def wrong_per_item(found: list[Must], many: int) -> float:
    """Return how many "musts" an editor rejects per item; what nobody judged counts as rejected."""
    return sum(each.verdict != "right" for each in found) / many


def main() -> None:
    """Print what was found in each item, what nobody judged, and the average."""
    checked = chosen()
    found = list(musts(checked))
    for item in checked:
        print(f"{item['id']} ({kind_of(item)}): {sum(m.item == item['id'] for m in found)}")
        for must in (each for each in found if each.item == item["id"]):
            print(f"    {must.verdict or 'NOT JUDGED'}: {must.rule} {must.about}: {must.message}")
            print(f"        {must.reason}")
    unjudged = [must.key for must in found if not must.verdict]
    gone = judgements().keys() - {must.key for must in found}
    print(f"not judged: {unjudged or 'none'}")
    print(f"judged, and no longer found: {sorted(gone) or 'none'}")
    right = sum(must.verdict == "right" for must in found)
    print(f"{len(checked)} items, {len(found)} musts: {right} right, {len(found) - right} wrong;")
    print(f"wrong per item {wrong_per_item(found, len(checked)):.3f}, bearable {MOST_WRONG}")


def main_held() -> None:
    """Print only how many "musts" the complete texts have that are held back."""
    for style in ("office", "news"):
        checked = [item for item in _complete("held") if item["style"] == style]
        found = list(musts(checked))
        share = wrong_per_item(found, len(checked))
        print(f"held, {style}: {len(checked)} texts, {len(found)} musts, {share:.3f} per text")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", action="store_true", help="count those held back, unjudged")
    (main_held if parser.parse_args().held else main)()
