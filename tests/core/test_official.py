from __future__ import annotations

import pytest

from infodesk import paths
from infodesk.core.document import MM_PT, Face, PageStyle, Role, Span
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.official import official
from infodesk.core.sheets import Sheet, sheet_from

TEXT = "示范县关于信息报送的通知\n各乡镇：\n正文。\n县委办\n2026年11月22日"


def sheet(key: str) -> Sheet:
    return sheet_from(
        key, (paths.resources() / "styles" / f"{key}.toml").read_text(encoding="utf-8")
    )


def names(document) -> list[str]:
    return [line.name for line in document.head.lines]


def test_plain_adds_nothing_but_page_numbers():
    document = official(TEXT, sheet("plain"))
    assert (document.head, document.foot, document.numbered) == (None, None, True)
    assert "".join(document.texts()) == TEXT.replace("\n", "")
    assert document.title == "示范县关于信息报送的通知"


def test_the_mark_stays_35_millimetres_down_whatever_stands_above_it():
    place = []
    for fields in ({}, {"份号": "000001"}, {"份号": "000001", "密级": "秘密", "紧急程度": "特急"}):
        document = official(TEXT, sheet("official"), {"机关标志": "示范县文件", **fields})
        above = 0.0
        for line in document.head.lines:
            above += line.before_pt
            if line.name == "发文机关标志":
                break
            above += line.height_pt
        place.append(above)
        # The upper edge of the characters lies below the upper edge of their line.
        free = (line.height_pt - line.style.size_pt) / 2 + 0.06 * line.style.size_pt
        assert above + free == pytest.approx(35 * MM_PT, abs=1.5)
    assert place[0] == pytest.approx(place[1]) == pytest.approx(place[2])


def test_a_signer_moves_the_number_to_the_left():
    number = {"发文字号": "示发〔2026〕1号"}
    assert names(official(TEXT, sheet("official"), number))[-1] == "发文字号"
    signed = official(TEXT, sheet("official"), {**number, "签发人": "主任"}).head.lines[-1]
    assert (signed.left, signed.right) == ("　示发〔2026〕1号", "签发人：主任　")
    assert signed.right_spans == (Span("签发人："), Span("主任　", Face.KAI))


def test_about_two_rows_lie_between_the_head_and_the_title():
    for key in ("official", "letter", "minutes", "report", "circular", "bulletin"):
        head = official(TEXT, sheet(key)).head
        page = PageStyle()
        bottom = (head.top_mm * MM_PT - page.top_pt) if head.top_mm is not None else 0.0
        bottom += sum(line.before_pt + line.height_pt for line in head.lines)
        bottom += sum(line.rule.gap_pt + line.rule.height_pt for line in head.lines if line.rule)
        bottom += head.gap_pt + head.rule_pt
        rows = head.rows + 1 - bottom / page.pitch_pt  # a title has a row of its own above it
        assert 1.7 <= rows < 2.8, key


def test_a_letter_has_both_rules_and_no_number_on_page_1():
    document = official(TEXT, sheet("letter"), {"机关标志": "示范县", "抄送": "县委"})
    assert document.first_numbered is False
    assert document.head.lines[0].rule.length_mm == document.head.bottom_rule.length_mm == 170
    assert document.head.bottom_rule.thin_first
    assert not document.head.lines[0].rule.thin_first
    assert document.foot.rule_mm == 0
    assert Role.SEALED_DATE in [p.role for p in document.paragraphs]


def test_the_foot_is_there_when_it_has_something_to_say():
    assert official(TEXT, sheet("official")).foot is None
    fields = {"抄送": "县委，县人大", "印发机关": "县政府办", "印发日期": "2026年11月22日"}
    foot = official(TEXT, sheet("official"), fields).foot
    assert [entry.label + entry.text for entry in foot.entries] == ["抄送：县委，县人大。"]
    assert (foot.printer, foot.printed) == ("县政府办", "2026年11月22日印发")


def test_a_printer_too_long_for_a_line_gets_lines_of_its_own():
    fields = {"印发机关": "示范县" * 12, "印发日期": "2026年11月22日"}
    foot = official(TEXT, sheet("official"), fields).foot
    assert [entry.text for entry in foot.entries] == ["示范县" * 12, "2026年11月22日印发"]
    assert (foot.printer, foot.printed) == ("", "")


def test_a_field_the_style_has_no_place_for_is_refused():
    with pytest.raises(InfodeskError) as caught:
        official(TEXT, sheet("plain"), {"份号": "1"})
    assert caught.value.code is Code.FIELD_UNKNOWN


def test_braces_in_a_field_are_only_braces():
    document = official(TEXT, sheet("official"), {"机关标志": "{0}{发文字号}{"})
    assert "{0}{发文字号}{" in list(document.texts())
