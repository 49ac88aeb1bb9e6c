from __future__ import annotations

import pytest

from infodesk.core.document import (
    MM_PT,
    Document,
    Foot,
    FootEntry,
    PageStyle,
    Paragraph,
    Role,
    Span,
)
from infodesk.core.styles import OFFICE
from infodesk.typeset import fits, typeset
from infodesk.typeset.pages import Kind, Line

PAGE = PageStyle()
RIGHT_PT = PAGE.left_pt + PAGE.text_width_pt
CELL_PT = 15.75
DATE = "2026年11月22日"


def document(*paragraphs: tuple[Role, str], **more: object) -> Document:
    made = tuple(
        Paragraph(role, (Span(text),), label=3 if text.startswith(("附件：", "出席：")) else 0)
        for role, text in paragraphs
    )
    return Document("", "", made, OFFICE, **more)


def signed(signature: str, *, sealed: bool, date: str = DATE, lines: int = 1) -> Document:
    roles = (Role.SEALED_SIGNATURE, Role.SEALED_DATE) if sealed else (Role.SIGNATURE, Role.DATE)
    text = [(Role.BODY, "信" * 20)] * lines
    return document(*text, (roles[0], signature), (roles[1], date))


def last_two(given: Document, metrics) -> tuple[Line, Line]:
    *_, signature, date = typeset(given, metrics).lines(Kind.BODY)
    return signature, date


def left(line: Line) -> float:
    return line.runs[0].x


def right(line: Line) -> float:
    return left(line) + line.width


@pytest.mark.parametrize("signature", ["县委办", "示范县人民政府办公室", "示范县" * 4])
def test_with_a_seal_the_date_ends_four_cells_in_and_the_signature_is_centred_on_it(
    metrics, signature
):
    name, date = last_two(signed(signature, sealed=True), metrics)
    assert RIGHT_PT - right(date) == pytest.approx(4 * CELL_PT, abs=0.3)
    assert left(name) + name.width / 2 == pytest.approx(left(date) + date.width / 2, abs=0.3)


def test_without_a_seal_the_date_begins_two_cells_after_the_signature(metrics):
    name, date = last_two(signed("示范县人民政府办公室", sealed=False), metrics)
    assert left(date) - left(name) == pytest.approx(2 * CELL_PT, abs=0.3)
    assert RIGHT_PT - right(name) == pytest.approx(2 * CELL_PT, abs=0.3)


def test_a_date_longer_than_the_signature_ends_two_cells_in(metrics):
    name, date = last_two(signed("县委办", sealed=False), metrics)
    assert RIGHT_PT - right(date) == pytest.approx(2 * CELL_PT, abs=0.3)
    assert left(date) - left(name) == pytest.approx(2 * CELL_PT, abs=0.3)


@pytest.mark.parametrize("sealed", [True, False])
def test_a_very_long_signature_stays_in_the_type_area(metrics, sealed):
    for count in range(20, 60):
        for line in typeset(signed("县" * count, sealed=sealed), metrics).lines(Kind.BODY):
            assert left(line) >= PAGE.left_pt - 0.01
            assert right(line) <= RIGHT_PT + 0.3


@pytest.mark.parametrize("lines", range(1, 45))
def test_signature_and_date_never_stand_on_a_page_without_text(metrics, lines):
    pages = typeset(signed("县委办", sealed=True, lines=lines), metrics).pages
    roles = [line.role for line in pages[-1].lines if line.kind is Kind.BODY]
    assert roles[-2:] == [Role.SEALED_SIGNATURE, Role.SEALED_DATE]
    assert Role.BODY in roles


@pytest.mark.parametrize("lines", range(1, 45))
def test_the_foot_takes_signature_and_text_along(metrics, lines):
    foot = Foot((FootEntry("抄送：", "县委。"),), "", "县政府办", "2026年11月22日印发")
    given = signed("县委办", sealed=True, lines=lines)
    given = Document("", "", given.paragraphs, OFFICE, foot=foot)
    pages = typeset(given, metrics).pages
    roles = [line.role for line in pages[-1].lines if line.kind is Kind.BODY]
    assert Role.BODY in roles
    assert Role.SEALED_DATE in roles
    lowest = max(line.baseline for line in pages[-1].lines if line.kind is Kind.BODY)
    assert lowest < min(rule.y for rule in pages[-1].rules) - 5


def test_the_foots_rules_are_035_025_and_035_millimetres(metrics):
    foot = Foot((FootEntry("抄送：", "县委。"),), "", "县政府办", "2026年11月22日印发")
    (page,) = typeset(document((Role.BODY, "正文"), foot=foot), metrics).pages
    thick = [rule.thickness / MM_PT for rule in page.rules]
    assert thick == pytest.approx([0.35, 0.25, 0.35])
    assert page.rules[-1].y == pytest.approx((37 + 225) * MM_PT, abs=0.01)
    printer, printed = [line for line in page.lines if line.kind is Kind.FOOT][-2:]
    assert printer.baseline == printed.baseline
    assert left(printer) - PAGE.left_pt == pytest.approx(14, abs=0.01)
    assert RIGHT_PT - right(printed) == pytest.approx(14, abs=0.01)


def test_an_attachment_begins_a_page_with_its_title_on_the_third_line(metrics):
    given = document(
        (Role.BODY, "正文"),
        (Role.ATTACHMENT, "附件1"),
        (Role.ATTACHMENT_TITLE, "要点"),
        (Role.BODY, "正文"),
    )
    first, second = typeset(given, metrics).pages
    rows = {line.text: line.row for line in second.lines}
    assert (rows["附件1"], rows["要点"], rows["正文"]) == (0, 2, 4)
    assert left(second.lines[0]) == pytest.approx(PAGE.left_pt)
    assert len(first.lines) == 2


def test_further_lines_of_a_list_stand_under_its_first_name(metrics):
    for role, text in (
        (Role.ATTACHED, "附件：" + "名" * 60),
        (Role.ATTENDANCE, "出席：" + "人" * 60),
    ):
        lines = list(typeset(document((role, text)), metrics).lines(Kind.BODY))
        assert len(lines) == 3
        for line in lines[1:]:
            assert left(line) - PAGE.left_pt == pytest.approx(5 * CELL_PT)
        assert right(lines[1]) == pytest.approx(RIGHT_PT, abs=0.01)


def test_what_word_is_told_is_what_was_measured(metrics):
    given = signed("示范县人民政府办公室", sealed=True)
    name, date = last_two(given, metrics)
    told = fits(given, metrics)
    assert told[1].right_pt == pytest.approx(RIGHT_PT - right(name), abs=0.3)
    assert told[2].right_pt == pytest.approx(RIGHT_PT - right(date), abs=0.3)
