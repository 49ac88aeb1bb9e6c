"""One reading of a text, shared by all rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from infodesk.core.checking.classes import LONGEST_READ, NOTHING, Reading, read_text
from infodesk.core.checking.context import Context
from infodesk.core.checking.dating import when
from infodesk.core.checking.elements import elements_of
from infodesk.core.checking.findings import Elements, Sentence, Span
from infodesk.core.checking.fixes import TITLE, texts_of
from infodesk.core.checking.heading import Heading, heading_of
from infodesk.core.checking.sentences import sentence_spans
from infodesk.core.items import WHOLE, Content
from infodesk.core.profiles import Profile


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its reading; ``body`` is False for a line that is title or report time."""

    sentence: Sentence
    text: str
    reading: Reading
    body: bool = True


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the rules are given.

    Attributes:
        headings: by section key, what its first lines are; only whole texts have any.
        reads: every sentence of the body, sections in order.
    """

    content: Content
    profile: Profile
    context: Context
    headings: dict[str, Heading]
    reads: tuple[Read, ...]
    elements: Elements

    @property
    def title(self) -> str:
        """The title: the item's own, or the first line of a whole text that reads as one."""
        if self.content.title.strip():
            return self.content.title
        span = self.title_span
        return self.content.text_of(span.section)[span.start : span.end] if span else ""

    @property
    def title_span(self) -> Span | None:
        """Where the title stands, None where there is none."""
        if self.content.title.strip():
            return Span(TITLE, 0, len(self.content.title))
        for key, heading in self.headings.items():
            if heading.title is not None:
                return Span(key, *heading.title)
        return None

    def body(self) -> Iterator[Read]:
        """Yield the sentences of the body, titles and report times left out."""
        return (read for read in self.reads if read.body)

    def of(self, key: str) -> tuple[Read, ...]:
        """Return the body's sentences of one section."""
        return tuple(read for read in self.reads if read.body and read.sentence.span.section == key)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield (section key, text) of the title and all sections."""
        return texts_of(self.content)


def analyse(content: Content, profile: Profile, context: Context) -> Analysis:
    """Read a content once."""
    headings: dict[str, Heading] = {}
    spans: list[tuple[Span, str, bool]] = []
    for section in content.sections:
        begins = 0
        if section.key == WHOLE:
            heading = heading_of(section.text, titled=bool(content.title.strip()))
            headings[section.key] = heading
            begins = heading.body
        spans += [
            (Span(section.key, start, end), section.text[start:end], start >= begins)
            for start, end in sentence_spans(section.text)
        ]
    # The parts of a split item follow each other as in one text: each sentence is read with those
    # beside it, wherever the next part begins.
    readings = iter(read_text([text for _, text, inside in spans if inside], context.lexicon))
    reads = []
    for span, text, inside in spans:
        reading = next(readings) if inside else NOTHING
        sentence = Sentence(span, reading.classes, reading.weak)
        reads.append(Read(sentence, text, reading, inside))
    body = [read for read in reads if read.body]
    elements = elements_of(
        [(read.sentence, read.text[:LONGEST_READ]) for read in body],
        context.lexicon,
        reported_day(content, headings, context),
        [(read.reading.cause, read.reading.why) for read in body],
    )
    return Analysis(content, profile, context, headings, tuple(reads), elements)


def reported_day(content: Content, headings: dict[str, Heading], context: Context) -> date | None:
    """Return the day of the report: as its first lines say, else the office's date."""
    for key, heading in headings.items():
        if heading.moment is not None:
            said = content.text_of(key)[slice(*heading.moment)]
            return when("".join(said.split()), context.today).day or context.today
    return context.today
