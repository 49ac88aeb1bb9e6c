"""How many died and how many were hurt: every count a text gives, and the one that stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from infodesk.core.checking.clause_counts import ANOTHER, ATTACKERS, DEGREES
from infodesk.core.checking.harms import HARM, TOKEN, Count, Harm
from infodesk.core.checking.leading import guarded
from infodesk.core.checking.nobody import NO_SURVIVOR, says_nobody
from infodesk.core.checking.numerals import NUMERAL, value_of
from infodesk.core.checking.sentence_counts import in_sentence

_OTHER_TIMES = re.compile(
    guarded(
        r"历史|长期|年(?:前(?!的今天)|来|以来|间|内)(?<=[二两三四五六七八九十百几数半多余]年.)|年[前来](?<=[0-9０-９]年.)(?![0-9一二三四五六])|年年|多年|近年|(?<![比较与])去年|前年|[0-9多近]年以来|曾经|那次|上次|上一次|曾[^，。]{0,6}(?:发生|造成|导致)|曾炸死|每年|自[0-9０-９]{4}年|此前.{0,6}年|过去[^，。]{0,4}年"
        r"|[0-9０-９]{4}年(?!.{0,40}(?:日|今天|今年))|历年|前[一两二三几]次|年内第"
    )
)
_SUMMED = re.compile(
    r"以来|据统计|同比|去年同期|上个?月|今年[前上1一]|上半年|季度|个月[内来]|月[至到][0-9一二三四五六七八九十]{1,2}月"
    r"|[共计]发生[^，。；]{0,14}[0-9二三四五六七八九十百千][余多]?[起次]"
)
"""A sentence of other times, or of a stretch of time: read where no other sentence counts."""
_OWN_DAY = re.compile(
    guarded(
        r"[0-9０-９一二三四五六七八九十]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}日|(?<![0-9０-９月])[0-9０-９]{1,2}日"
    )
)
_ONCE = re.compile(r"(?<!不)曾(?:经|也|连续|多次|先后)*(?:发生|造成|导致|酿成|引发|遭|有过)")
"""What makes of a sentence one of other times though it names a day (5月3日，该矿曾发生事故)."""
_LEAD = 2
"""Sentences that may name the year of the text."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年)")
_MONTH = re.compile(r"[0-9０-９一二三四五六七八九十]月")
"""What makes an earlier event the text's own, where it counts no other (a verdict)."""
_SICK = re.compile(r"中毒|腹泻|呕吐|腹痛|感染|发病|病例|症状|疫情|不适|疾病|产妇")
_AGAIN = re.compile(r"又有|再有|又[0-9一两二三]")
_CARE = ("院", "监护室", "送医")
_IN_HOSPITAL = re.compile(
    guarded(
        rf"(?<![数几多])(?P<many>{NUMERAL})[名位人](?:(?!{NUMERAL}[名位人])[^，。；：！？]){{0,12}}?"
        r"(?:送(?:往|到|至|进|入)|住进|在)[^，。；：！？]{0,14}?(?:院|监护室)[^，。；：！？]{0,4}"
        r"(?:抢救|救治|治疗|观察|就医)(?![^。]{0,16}(?:无效|死亡|身亡|不治))"
        rf"|(?<![数几多])(?P<sent>{NUMERAL})[名位人][^，。；：！？]{{0,12}}送医(?=[。，])"
    )
)
"""Who is in hospital after an accident was hurt, where no sentence counts the injured."""


def counts(sentences: Iterable[str]) -> list[Count]:
    """Return every count of dead and injured, sentence by sentence; offsets within the sentence."""
    sentences = list(sentences)
    told: list[tuple[int, str]] = []
    summed: list[tuple[int, str]] = []
    earlier: list[tuple[int, str]] = []
    for number, text in enumerate(sentences):
        if not HARM.search(text):
            continue
        if not _past(text, sentences):
            (summed if _SUMMED.search(text) else told).append((number, text))
        elif "曾" not in text and ("以来" in text or _MONTH.search(text)):
            earlier.append((number, text))
    found = _counts(told)
    if not any(count.harm is Harm.DEATHS for count in found):
        found.extend(_all_aboard(sentences))
    kinds = {count.harm for count in found}
    if len(kinds) < len(Harm):
        # 3月以来累计死亡3例: a sum over time is the text's own count where there is no other
        found.extend(count for count in _counts(summed) if count.harm not in kinds)
    if earlier and not found and not says_nobody(Harm.DEATHS, "\n".join(sentences)):
        found = _counts(earlier)
    return found


def _past(text: str, sentences: Sequence[str]) -> bool:
    """Tell whether a sentence is of other times than the text, whose lead names its year."""
    if "截至" in text:
        return False
    year = _YEAR.search(text)
    if year is not None and _YEAR.search(text, year.end()) is None:
        lead = (each[0] for sentence in sentences[:_LEAD] for each in _YEAR.finditer(sentence))
        if year[0] < max(lead, default=""):
            return True
    if _OTHER_TIMES.search(text) is None:
        return False
    return _OWN_DAY.search(text) is None or _ONCE.search(text) is not None


def _counts(texts: Iterable[tuple[int, str]]) -> list[Count]:
    return [count for number, sentence in texts for count in in_sentence(sentence, number)]


def _all_aboard(sentences: Sequence[str]) -> Iterator[Count]:
    """Count those an earlier sentence numbers where the text says that nobody of them is left."""
    for number, sentence in enumerate(sentences):
        if NO_SURVIVOR.search(sentence) and not _past(sentence, sentences):
            aboard = max(map(_most_persons, sentences[:number]), default=0)
            if aboard:
                yield Count(Harm.DEATHS, aboard, 0, len(sentence), number)
            return


def _most_persons(sentence: str) -> int:
    """Return the greatest number of persons a sentence speaks of, 0 where it speaks of none."""
    numbers = (value_of(token["number"]) for token in TOKEN.finditer(sentence) if token["number"])
    return max((number for number in numbers if number is not None), default=0)


def standing(counted: Iterable[Count], harm: Harm, sentences: Iterable[str]) -> int | None:
    """Return the last and most complete count of one kind.

    A sentence's counts are added where they are stages of one total (1人当场死亡，2人送医后死亡);
    among sentences the highest stands, because counts of one event grow.

    Returns:
        the count; 0 where the text says there are none; None where it is silent.
    """
    sentences = list(sentences)
    counted = [count for count in counted if count.harm is harm]
    if not counted:
        text = "\n".join(sentences)
        cared_for = _in_care(sentences, text) if harm is Harm.INJURED else None
        if cared_for is not None:
            return cared_for
        return 0 if says_nobody(harm, text) else None
    if len(counted) == 1:
        return counted[0].value
    victims = [count for count in counted if count.kind != ATTACKERS] or counted
    by_sentence: dict[int, list[Count]] = {}
    for count in victims:
        by_sentence.setdefault(count.sentence, []).append(count)
    totals = [(number, *_total(listed)) for number, listed in sorted(by_sentence.items())]
    sure = [each for each in totals if not each[2]] if harm is Harm.DEATHS else []
    return _grown([(sentences[number], value) for number, value, _ in sure or totals])


def _grown(totals: Iterable[tuple[str, int]]) -> int:
    """Return what the totals of the sentences have grown to, where 又有2人 adds to those before."""
    grown = 0
    for sentence, value in totals:
        more = value < grown and _AGAIN.search(sentence) is not None
        grown = grown + value if more else max(grown, value)
    return grown


def _in_care(sentences: Iterable[str], text: str) -> int | None:
    """Return how many are in hospital, None where it is not said or they are ill."""
    if not any(word in text for word in _CARE) or _SICK.search(text):
        return None
    carried = (match for each in sentences for match in _IN_HOSPITAL.finditer(each))
    persons = (value_of(match["many"] or match["sent"]) for match in carried)
    return max((many for many in persons if many is not None), default=None)


def _total(listed: list[Count]) -> tuple[int, bool]:
    if len(listed) == 1:
        return listed[0].value, listed[0].named
    whole = [count for count in listed if not count.part and not count.named]
    plain = [count.value for count in whole if count.kind in ("", ATTACKERS)]
    staged = [count.value for count in whole if count.kind and count.kind != ATTACKERS]
    if staged and (not plain or sum(staged) > max(plain)):
        # without a plain total the stages are all there is
        return (sum(staged) + (plain[0] if plain else 0), False)
    if plain:
        others = sum(count.value for count in whole if count.kind == ANOTHER)
        return max(plain) + others, False
    graded = [count.value for count in listed if count.kind in DEGREES]
    if not whole and len(graded) > 1:
        # 其中重伤3人、轻伤9人: the degrees are all there is
        return sum(graded), False
    return max(count.value for count in listed), all(count.named for count in listed)
