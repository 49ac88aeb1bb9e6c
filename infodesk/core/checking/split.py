"""A text pasted as one block, proposed sentence by sentence for the parts of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infodesk.core.checking.classes import Reading, read_text
from infodesk.core.checking.context import Context
from infodesk.core.checking.findings import SentenceClass, Span
from infodesk.core.checking.heading import heading_of
from infodesk.core.checking.sentences import sentence_spans
from infodesk.core.items import WHOLE, Content, Section
from infodesk.core.profiles import Part, Profile


def propose_split(text: str, profile: Profile, context: Context) -> tuple[tuple[Span, str], ...]:
    """Propose one part for each sentence of a text.

    Returns:
        (sentence, key of the part) in the order of the text; the stretches are of WHOLE.
    """
    if not profile.parts:
        return ()
    body = heading_of(text, titled=True).body
    proposed: list[tuple[Span, str]] = []
    key = profile.parts[0].key
    opening = True
    spans = sentence_spans(text)
    inside = [text[start:end] for start, end in spans if start >= body]
    readings = iter(read_text(inside, context.lexicon))
    for start, end in spans:
        if start >= body:
            key = _part_of(text[start:end], next(readings), profile, key, opening=opening)
            opening = opening and key == profile.parts[0].key
        proposed.append((Span(WHOLE, start, end), key))
    return tuple(proposed)


def split_content(content: Content, profile: Profile, context: Context) -> Content:
    """Return a content with its whole text divided among the parts of its kind.

    Every sentence goes to exactly one part, the order within a part is kept, and nothing but line
    feeds is added or left out. A content that is split already is returned as it is.
    """
    if content.is_split or not profile.parts:
        return content
    gathered: dict[str, list[str]] = {part.key: [] for part in profile.parts}
    for section in content.sections:
        if section.key == WHOLE:
            for key, chunk in _chunks(section.text, profile, context):
                gathered[key].append(chunk)
        else:
            key = section.key if section.key in gathered else profile.parts[0].key
            gathered[key].append("\n" + section.text)
    sections = tuple(Section(key, _joined(chunks)) for key, chunks in gathered.items())
    return Content(content.title, sections)


def divide(
    text: str, assigned: Sequence[tuple[Span, str]], profile: Profile
) -> tuple[Section, ...]:
    """Divide a text among the parts its sentences were given.

    As in ``split_content``, nothing but line feeds is added or left out.
    """
    gathered: dict[str, list[str]] = {part.key: [] for part in profile.parts}
    read = 0
    for index, (span, key) in enumerate(assigned):
        end = len(text) if index == len(assigned) - 1 else span.end
        gathered[key].append(text[read:end])
        read = end
    return tuple(Section(key, _joined(chunks)) for key, chunks in gathered.items())


def _chunks(text: str, profile: Profile, context: Context) -> Iterator[tuple[str, str]]:
    """Yield (part, stretch with the white space before it); the last one has the rest as well."""
    proposed = propose_split(text, profile, context)
    read = 0
    for index, (span, key) in enumerate(proposed):
        end = len(text) if index == len(proposed) - 1 else span.end
        yield key, text[read:end]
        read = end
    if not proposed and text:
        yield profile.parts[0].key, text


def _joined(chunks: list[str]) -> str:
    parts: list[str] = []
    for chunk in chunks:
        stripped = chunk.lstrip()
        space = chunk[: len(chunk) - len(stripped)]
        if parts and "\n" in space:
            parts.append("\n")
        parts.append(space.replace("\n", "") + stripped)
    return "".join(parts).strip("\n")


def _part_of(
    sentence: str, reading: Reading, profile: Profile, previous: str, *, opening: bool
) -> str:
    scores: dict[str, float] = {}
    for number, part in enumerate(profile.parts):
        score = _score(sentence, reading, part, first=number == 0, opening=opening)
        if part.key == previous:
            score += 0.2
        scores[part.key] = score
    best = max(scores.values())
    if best < 0.5:
        return previous
    return next(key for key, score in scores.items() if score == best)


def _score(sentence: str, reading: Reading, part: Part, *, first: bool, opening: bool) -> float:
    score = min(3, sum(cue in sentence for cue in part.cues)) * 1.0
    if part.states is None or part.states not in reading.classes:
        return score
    others = len(reading.classes) - 1
    if part.states is SentenceClass.SITUATION:
        # a lead sentence that tells the event stays with it, whatever else it says
        return score + (3.0 if first and opening else 1.0 if others else 2.0)
    if part.states is SentenceClass.MEASURES:
        return score + (2.0 if not others else 1.8)
    now = any(word in sentence for word in ("目前", "截至", "截止", "至今", "现已"))
    return score + (2.6 if now else 1.7)
