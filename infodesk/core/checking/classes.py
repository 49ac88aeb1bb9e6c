"""What a sentence tells: situation, measures, progress; and whether it says more than a formula."""

from __future__ import annotations

import re
from dataclasses import dataclass

from infodesk.core.checking.findings import SentenceClass
from infodesk.core.checking.lexicon import Lexicon
from infodesk.core.checking.sentences import clause_spans

LONGEST_READ = 2000
"""Characters of one sentence that are read; no writer needs more, and a check stays quick."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The classes of one sentence.

    Attributes:
        weak: its progress is a formula only.
        commonplace: its measures are commonplaces only.
    """

    classes: frozenset[SentenceClass]
    weak: bool = False
    commonplace: bool = False


SUBJECT_WITHIN = 26
"""Characters of a clause in which its subject is looked for."""
PREDICATE_WITHIN = 8
"""Characters after the subject that tell whether it acts or speaks."""
LEAST_PREDICATE = 2

_NO_SUBJECT = tuple("被由经遭对向从在据与和给到为离距是让请称将去往")
_NOT_ACTING = tuple("的是系为有不内外里\u3000")
_LED_IN = re.compile(
    r"据|被|遭|距|记者从|位于|反映|要求|希望|呼吁|请求|质疑|抱怨|批评|指责|仅有|只有|没有"
)
_SUFFERS = re.compile(
    r".{0,6}?(?:牺牲|受伤|死亡|遇难|身亡|殉职|负伤|轻伤|重伤|失踪|失联|被困|中毒|感染|遭|伤亡|丧生)"
)
_MARKS = re.compile(r"[\W_]+")
_NONE = re.compile(r"无|没有|未|不曾|升至|增至|上升|升到|增加到")

NOTHING = Reading(frozenset())


def read_sentence(sentence: str, lexicon: Lexicon) -> Reading:
    """Return what a sentence tells."""
    plain = _blanked(lexicon.masks, sentence[:LONGEST_READ])
    without_formulas = _blanked(lexicon.formulas, plain)
    formula = without_formulas != plain
    classes: set[SentenceClass] = set()

    deeds = _deeds(plain, without_formulas, lexicon)
    commonplace = False
    if deeds:
        classes.add(SentenceClass.MEASURES)
    elif lexicon.commonplaces.search(plain):
        classes.add(SentenceClass.MEASURES)
        commonplace = True

    full = _progress(without_formulas, lexicon)
    if full or formula:
        classes.add(SentenceClass.PROGRESS)

    if not classes or _tells_event(without_formulas, lexicon):
        classes.add(SentenceClass.SITUATION)
    return Reading(frozenset(classes), formula and not full, commonplace)


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: "\u3000" * len(match[0]), text)


def _deeds(plain: str, without_formulas: str, lexicon: Lexicon) -> bool:
    without_commonplaces = _blanked(lexicon.commonplaces, without_formulas)
    without_commonplaces = _blanked(lexicon.not_deeds, without_commonplaces)
    if lexicon.deeds.search(without_commonplaces):
        return True
    for start, end in clause_spans(without_commonplaces, 0, len(without_commonplaces)):
        if _responder_acts(without_commonplaces, start, end, lexicon):
            return True
        act = lexicon.acts.search(without_commonplaces, start, end)
        if act is None:
            continue
        doer = lexicon.doers.search(plain, start, act.start())
        urged = lexicon.promptly.search(without_commonplaces, start, end)
        if doer is not None and urged is not None:
            return True
    return False


def _responder_acts(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause's subject is a responder who does something, whatever it is."""
    found = lexicon.responders.search(text, start, min(end, start + SUBJECT_WITHIN))
    if found is None:
        return False
    before = text[start : found.start()]
    if before.endswith(_NO_SUBJECT) or _LED_IN.search(before):
        return False
    last: re.Match[str] | None = found
    while last is not None:
        found = last
        # 公安、消防等部门: the subject ends with the last of them
        last = lexicon.responders.search(text, found.end(), min(end, found.end() + 8))
    predicate = text[found.end() : end].strip(" ")
    if len(_MARKS.sub("", predicate)) < LEAST_PREDICATE:
        return False
    head = predicate[:PREDICATE_WITHIN]
    idle = head.startswith(_NOT_ACTING) or lexicon.stative.search(head)
    return not (idle or lexicon.speech.search(head) or _SUFFERS.match(head))


def _progress(text: str, lexicon: Lexicon) -> bool:
    text = _blanked(lexicon.not_results, text)
    if lexicon.results.search(text):
        return True
    for start, end in clause_spans(text, 0, len(text)):
        now = lexicon.now.search(text, start, end)
        if now is None:
            continue
        none_hurt = _NONE.search(text, now.end(), end) is not None
        harm = lexicon.harm.search(text, now.end(), end) is not None
        if (none_hurt and harm) or (lexicon.states.search(text, now.end(), end) and not harm):
            return True
    return False


def _tells_event(text: str, lexicon: Lexicon) -> bool:
    for match in lexicon.events.finditer(text):
        if text[match.end() : match.end() + 2] not in (
            "后，",
            "以来",
            "地点",
            "时，",
            "后,",
            "之后",
        ):
            return True
    return bool(lexicon.harm.search(text))
