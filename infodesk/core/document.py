"""The neutral document: what stands on the page, before anything is measured or written.

Lengths carry their unit in their name: ``_mm`` and ``_pt``; a *cell* is the width of one hanzi of
the style, a *row* one line of the page's grid. Clauses named are those of GB/T 9704-2012.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from infodesk.core.images import ImageFile

MM_PT = 72 / 25.4
"""Points in a millimetre."""

BLACK = "#000000"


class Face(StrEnum):
    """Typeface roles of an office document; which font plays one is the writer's business."""

    FANG = "fang"
    TITLE = "title"
    HEI = "hei"
    KAI = "kai"
    SONG = "song"
    LATIN = "latin"


class Align(StrEnum):
    """How the lines of a paragraph stand between the margins."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Role(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    TITLE = "title"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    UNIT = "unit"
    NOTE = "note"
    NOTE_MORE = "note-more"
    CONTENTS_HEAD = "contents-head"
    CONTENTS = "contents"
    RECIPIENTS = "recipients"
    ATTACHED = "attached"
    ATTACHED_MORE = "attached-more"
    SIGNATURE = "signature"
    DATE = "date"
    SEALED_SIGNATURE = "sealed-signature"
    SEALED_DATE = "sealed-date"
    ANNOTATION = "annotation"
    ATTENDANCE = "attendance"
    ATTENDANCE_MORE = "attendance-more"
    ATTACHMENT = "attachment"
    ATTACHMENT_TITLE = "attachment-title"
    CAPTION = "caption"
    TABLE = "table"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Style:
    """How a role is set.

    Attributes:
        latin: face of Latin letters and digits within it.
        tracking_pt: added to every character; -0.25 pt makes 28 characters of 16 pt fit 156 mm.
        indent_cells: first-line indent.
        left_cells: indent of every line from the left.
        right_cells: blank kept at the right.
        before_rows: empty rows above, none at the top of a page.
        after_rows: empty rows below.
        pitch_rows: line pitch in rows of the grid; the paragraphs of one role end on a whole row.
        keep_with_next: never the last line of a page.
        keep_with_previous: never on a page without a line of the text before it.
        new_page: begins a page.
        balanced: lines of about equal length, as titles ask.
    """

    face: Face
    size_pt: float
    latin: Face = Face.LATIN
    tracking_pt: float = -0.25
    align: Align = Align.JUSTIFY
    indent_cells: float = 0.0
    left_cells: float = 0.0
    right_cells: float = 0.0
    before_rows: int = 0
    after_rows: int = 0
    pitch_rows: float = 1.0
    keep_with_next: bool = False
    keep_with_previous: bool = False
    new_page: bool = False
    balanced: bool = False
    colour: str = BLACK

    @property
    def cell_pt(self) -> float:
        """Width of one hanzi."""
        return self.size_pt + self.tracking_pt


@dataclass(frozen=True, slots=True)
class PageStyle:
    """Paper, type area and grid (5.1, 5.2.1, 5.2.3).

    Attributes:
        pitch_pt: 28.95 pt are Word's 579 twips: the largest pitch that holds 22 rows in 225 mm.
        number_drop_mm: from the type area down to the dash of the page number (7.5).
    """

    width_mm: float = 210.0
    height_mm: float = 297.0
    top_mm: float = 37.0
    left_mm: float = 28.0
    text_width_mm: float = 156.0
    text_height_mm: float = 225.0
    rows: int = 22
    pitch_pt: float = 28.95
    number_size_pt: float = 14.0
    number_drop_mm: float = 7.0

    @property
    def text_width_pt(self) -> float:
        """Width of the type area."""
        return self.text_width_mm * MM_PT

    @property
    def text_height_pt(self) -> float:
        """Height of the type area."""
        return self.text_height_mm * MM_PT

    @property
    def left_pt(self) -> float:
        """Left edge of the type area."""
        return self.left_mm * MM_PT

    @property
    def top_pt(self) -> float:
        """Upper edge of the type area."""
        return self.top_mm * MM_PT


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a paragraph in one face; None is the face of the paragraph's style."""

    text: str
    face: Face | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its role and its text, in spans where faces change.

    Attributes:
        word_ends: positions in the text at which a balanced line may end; empty for anywhere.
        label: characters at its start that further lines stand clear of, as under 附件：1.
    """

    role: Role
    spans: tuple[Span, ...]
    word_ends: tuple[int, ...] = ()
    label: int = 0

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its part of the table's width against the others, and its alignment."""

    share: float
    align: Align = Align.CENTRE


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table as wide as the type area; it stands among the paragraphs.

    Attributes:
        columns: at least one.
        rows: texts of the cells, as many in each row as there are columns; line feeds in a text
            part its paragraphs.
        head_rows: rows that stand again at the top of each page the table goes on to.
        head_face: of the head rows.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    head_rows: int = 1
    head_face: Face = Face.HEI

    @property
    def role(self) -> Role:
        """What it is, as a paragraph says it."""
        return Role.TABLE

    @property
    def spans(self) -> tuple[Span, ...]:
        """The texts of the cells in reading order."""
        return tuple(
            Span(text, self.head_face if number < self.head_rows else None)
            for number, row in enumerate(self.rows)
            for text in row
        )

    @property
    def text(self) -> str:
        """The texts of the cells in reading order, joined by nothing."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture among the paragraphs, centred, on whole rows of the grid; never split.

    Attributes:
        file: the picture.
        width_mm: positive; None is the width of the type area. What would leave the type area is
            scaled down, its sides in proportion.
        caption: one paragraph below it, as 图1 降水量; empty for none.
    """

    file: ImageFile
    width_mm: float | None = None
    caption: str = ""

    @property
    def role(self) -> Role:
        """What it is, as a paragraph says it."""
        return Role.IMAGE

    @property
    def spans(self) -> tuple[Span, ...]:
        """The caption."""
        return (Span(self.caption),) if self.caption else ()

    @property
    def text(self) -> str:
        """The caption."""
        return self.caption


Part = Paragraph | Table | Image
"""What a document is made of, from above."""


@dataclass(frozen=True, slots=True)
class DoubleRule:
    """A thick and a thin rule side by side, centred on the sheet (10.1).

    Attributes:
        gap_pt: from the line above it down to its upper edge; unused at the foot of a sheet.
        thin_first: whether the thin one is the upper one.
    """

    gap_pt: float
    thick_pt: float
    thin_pt: float
    apart_pt: float
    length_mm: float
    thin_first: bool = False

    @property
    def height_pt(self) -> float:
        """From the upper edge of the upper rule to the lower edge of the lower one."""
        return self.thick_pt + self.apart_pt + self.thin_pt


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line of the head: centred, or with a left and a right end.

    Attributes:
        name: what it is, also the name of its style in Word, e.g. 刊名.
        before_pt: space above.
        height_pt: exact line height.
        rule: drawn below it.
        name_face: of what follows the colon at the right end, as the signer's name (7.2.6).
    """

    name: str
    style: Style
    before_pt: float
    height_pt: float
    left: str = ""
    centre: str = ""
    right: str = ""
    rule: DoubleRule | None = None
    name_face: Face | None = None

    @property
    def right_spans(self) -> tuple[Span, ...]:
        """The text at the right end, in spans where its face changes."""
        label, colon, name = self.right.partition("：")
        if self.name_face is None or not colon:
            return (Span(self.right),)
        return (Span(label + colon), Span(name, self.name_face))


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the first page: its lines, and the rule under them.

    Attributes:
        rows: rows of the grid it takes; the text begins below.
        gap_pt: from the last line down to the rule.
        top_mm: from the upper edge of the sheet to its first line; None begins at the type area.
        bottom_rule: drawn on the first page only.
        bottom_rule_mm: from the lower edge of the sheet up to that rule.
    """

    lines: tuple[HeadLine, ...]
    rows: int
    gap_pt: float
    rule_pt: float
    colour: str
    top_mm: float | None = None
    bottom_rule: DoubleRule | None = None
    bottom_rule_mm: float = 20.0


@dataclass(frozen=True, slots=True)
class FootEntry:
    """One list of the foot: its label with the colon, and who is on it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of the last page (版记): lists and the number of copies, between two rules.

    Rules 0.35 mm, text 14 pt, one cell free at either side (7.4).

    Attributes:
        printer: who printed it, under a rule of its own; empty for no such line.
        printed: the day, at the right of that line.
        rule_mm: the first and the last rule; 0 for none, as in a letter.
        inner_rule_mm: the rule above the printer's line.
    """

    entries: tuple[FootEntry, ...]
    copies: str
    printer: str = ""
    printed: str = ""
    style: Style = field(default=Style(Face.FANG, 14.0, tracking_pt=0.0))
    pitch_pt: float = 23.0
    rule_mm: float = 0.35
    inner_rule_mm: float = 0.25
    padding_pt: float = 3.0


@dataclass(frozen=True, slots=True)
class Document:
    """A document for print.

    Attributes:
        title: for the file's properties.
        author: issuing office, for the file's properties.
        paragraphs: with the tables and pictures among them.
        styles: one per role used.
        numbered: whether pages carry their number.
        first_numbered: whether the first one does.
    """

    title: str
    author: str
    paragraphs: tuple[Part, ...]
    styles: Mapping[Role, Style]
    page: PageStyle = field(default=PageStyle())
    head: Head | None = None
    foot: Foot | None = None
    numbered: bool = True
    first_numbered: bool = True

    def texts(self) -> Iterator[str]:
        """Yield every printed text in reading order, page numbers left out."""
        if self.head:
            for line in self.head.lines:
                yield from (text for text in (line.left, line.centre, line.right) if text)
        for paragraph in self.paragraphs:
            yield paragraph.text
        if self.foot:
            for entry in self.foot.entries:
                yield entry.label + entry.text
            last = (self.foot.copies, self.foot.printer, self.foot.printed)
            yield from (text for text in last if text)
