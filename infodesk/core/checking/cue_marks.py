"""Which cues stand where in a sentence: masks and formulas blanked once, the rest looked up."""

from __future__ import annotations

import re

from infodesk.core.checking.lexicon import Lexicon
from infodesk.core.checking.sentences import clause_spans

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
_ASIDE = ("后，", "以来", "地点", "时，", "后,", "之后")


class Marked:
    """A sentence whose cues can be asked for by stretch."""

    def __init__(self, sentence: str, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._text = sentence
        self._plain = blanked(lexicon.masks, sentence)
        self._without_formulas = blanked(lexicon.formulas, self._plain)
        bare = blanked(lexicon.commonplaces, self._without_formulas)
        self._for_deeds = blanked(lexicon.not_deeds, bare)
        self._for_results = blanked(lexicon.not_results, self._without_formulas)

    def cues(self, start: int, end: int) -> list[str]:
        """Return the names of the cues that a stretch holds."""
        lexicon, plain = self._lexicon, self._plain
        return [
            name
            for name, holds in (
                ("mask", self._text[start:end] != plain[start:end]),
                ("formula", self.formula(start, end)),
                ("common", lexicon.commonplaces.search(plain, start, end)),
                ("deed", self.deed(start, end)),
                ("result", self.result(start, end)),
                ("event", self.event(start, end)),
                ("harm", lexicon.harm.search(self._without_formulas, start, end)),
                ("now", lexicon.now.search(plain, start, end)),
                ("past", lexicon.background.search(plain, start, end)),
            )
            if holds
        ]

    def formula(self, start: int, end: int) -> bool:
        """Tell whether a stretch holds progress that is a formula."""
        return self._plain[start:end] != self._without_formulas[start:end]

    def commonplace(self, start: int, end: int) -> bool:
        """Tell whether a stretch holds a phrase of response that says nothing by itself."""
        return self._lexicon.commonplaces.search(self._plain, start, end) is not None

    def deed(self, start: int, end: int) -> bool:
        """Tell whether a stretch holds a cue of a response."""
        lexicon, text = self._lexicon, self._for_deeds
        if lexicon.deeds.search(text, start, end):
            return True
        for begin, stop in clause_spans(text, start, end):
            if self._responder_acts(begin, stop):
                return True
            if lexicon.promptly.search(text, begin, stop) is None:
                continue
            act = lexicon.acts.search(text, begin, stop)
            if act is not None and lexicon.doers.search(self._plain, begin, act.start()):
                return True
        return False

    def result(self, start: int, end: int) -> bool:
        """Tell whether a stretch holds a cue of a result, or of a present state beside 目前."""
        lexicon, text = self._lexicon, self._for_results
        if lexicon.results.search(text, start, end):
            return True
        if lexicon.now.search(text, start, end) is None:
            return False
        for begin, stop in clause_spans(text, start, end):
            now = lexicon.now.search(text, begin, stop)
            if now is None:
                continue
            none_hurt = _NONE.search(text, now.end(), stop) is not None
            harm = lexicon.harm.search(text, now.end(), stop) is not None
            stated = lexicon.states.search(text, now.end(), stop) is not None
            if (none_hurt and harm) or (stated and not harm):
                return True
        return False

    def event(self, start: int, end: int) -> bool:
        """Tell whether a stretch tells what happened, not only when (火灾发生后，…)."""
        text = self._without_formulas
        return any(
            text[match.end() : match.end() + 2] not in _ASIDE
            for match in self._lexicon.events.finditer(text, start, end)
        )

    def harm(self, start: int, end: int) -> bool:
        """Tell whether a stretch tells what an event did."""
        return self._lexicon.harm.search(self._without_formulas, start, end) is not None

    def _responder_acts(self, start: int, end: int) -> bool:
        """Tell whether a clause's subject is a responder who does something, whatever it is."""
        lexicon, text = self._lexicon, self._for_deeds
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


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """Return a text in which each match is as many wide spaces."""
    return pattern.sub(lambda match: "\u3000" * len(match[0]), text)
