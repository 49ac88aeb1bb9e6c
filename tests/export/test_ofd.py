"""OFD files, read back by a reader of another hand."""

from __future__ import annotations

import random
import re
import zipfile
from dataclasses import replace
from io import BytesIO

import ofdkit
import pytest
from lxml import etree
from reportlab.pdfbase.ttfonts import TTFontFace

from infodesk import paths
from infodesk.core.document import MM_PT
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.plain_page import plain
from infodesk.export import ofd, ofd_of
from infodesk.export.installed_fonts import find
from infodesk.typeset import typeset
from infodesk.typeset.pages import Rule
from tests.export.font_maker import made
from tests.export.test_pdf import NASTY

O = "{http://www.ofdspec.org/2016}"  # noqa: E741 - the namespace's own prefix
BUNDLED = paths.resources() / "fonts"


def bare(text: str) -> str:
    return "".join(text.split())


def written(document, fonts) -> bytes:
    return ofd.render(typeset(document, fonts.metrics), fonts, title="题 & 目", author="办公室")


def extracted(data: bytes) -> str:
    """Return the text of every page in the order it stands in the file, page numbers left out."""
    with ofdkit.open(BytesIO(data)) as opened:
        assert opened.warnings == []
        pages = ["".join(run.text for run in page.runs) for page in opened.pages]
    return "".join(
        bare(page).removesuffix(f"—{number}—") for number, page in enumerate(pages, start=1)
    )


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def objects(data: bytes, tag: str):
    for name, part in parts(data).items():
        if name.endswith("Content.xml"):
            yield from etree.fromstring(part).iter(O + tag)


def steps(stated: str) -> list[float]:
    """Return the distances a DeltaX states, ``g`` unfolded."""
    words = stated.split()
    values: list[float] = []
    while words:
        if words[0] == "g":
            values += [float(words[2])] * int(words[1])
            words = words[3:]
        else:
            values.append(float(words.pop(0)))
    return values


def test_the_text_read_back_equals_the_documents(three_items, fonts):
    assert extracted(written(three_items, fonts)) == bare("".join(three_items.texts()))


def test_a_nasty_text_comes_out_code_point_for_code_point(fonts):
    assert extracted(written(plain(NASTY), fonts)) == bare(NASTY)


def test_random_orders_of_nasty_characters_come_out_as_they_went_in(fonts):
    seed = 33190
    print("seed", seed)
    chosen = random.Random(seed)
    pool = NASTY + "<&>\"']]>" + "信息报送情况" * 10
    document = plain("\n".join("".join(chosen.choices(pool, k=120)) for _ in range(30)))
    assert extracted(written(document, fonts)) == bare("".join(document.texts()))


def test_a_reader_sees_the_lines_that_stand_on_the_page(three_items, fonts):
    """In reading order, found by places and not by the order of the file."""
    with ofdkit.open(BytesIO(written(three_items, fonts))) as opened:
        read = bare(opened.pages[0].text())
    lines = typeset(three_items, fonts.metrics).pages[0].lines
    assert read == bare("".join(line.text for line in lines))


def test_every_object_lies_on_the_sheet(three_items, fonts):
    data = written(three_items, fonts)
    for tag in ("TextObject", "PathObject"):
        boxes = [[float(v) for v in each.get("Boundary").split()] for each in objects(data, tag)]
        assert boxes
        for x, y, width, height in boxes:
            assert width > 0
            assert height > 0
            assert 28 - 0.01 <= x <= x + width <= 184 + 0.01
            assert 37 - 0.01 <= y <= y + height <= 297 - 20


def test_characters_stand_where_the_typesetter_placed_them(three_items, fonts):
    pages = typeset(three_items, fonts.metrics)
    found = list(objects(ofd.render(pages, fonts), "TextObject"))
    placed = [(line, run) for line in pages.lines() for run in line.runs]
    assert len(found) == len(placed)
    for text, (line, run) in zip(found, placed, strict=True):
        x, y, width, _ = (float(value) for value in text.get("Boundary").split())
        code = text.find(O + "TextCode")
        distances = steps(code.get("DeltaX", ""))
        assert len(distances) == len(code.text) - 1
        assert x * MM_PT == pytest.approx(run.x, abs=0.002)
        assert (y + float(code.get("Y"))) * MM_PT == pytest.approx(line.baseline, abs=0.004)
        assert float(text.get("Size")) * MM_PT == pytest.approx(run.size, abs=0.002)
        advances = [fonts.font(run.font).advance(c) * run.size + run.spacing for c in run.text]
        assert sum(distances) * MM_PT == pytest.approx(
            sum(advances[:-1]), abs=0.002 * len(advances)
        )
        assert sum(distances) <= width + 0.01


def test_lines_of_a_page_end_at_the_type_area(fonts):
    data = written(plain("信" * 200), fonts)
    boxes = [
        [float(v) for v in each.get("Boundary").split()] for each in objects(data, "TextObject")
    ]
    assert max(x + width for x, _, width, _ in boxes) == pytest.approx(184, abs=0.01)


def test_rules_are_strokes_of_their_thickness(three_items, fonts):
    pages = typeset(three_items, fonts.metrics)
    rules = [rule for page in pages.pages for rule in page.rules]
    found = list(objects(ofd.render(pages, fonts), "PathObject"))
    for path, rule in zip(found, rules, strict=True):
        x, y, width, height = (float(value) for value in path.get("Boundary").split())
        assert (x * MM_PT, width * MM_PT) == pytest.approx((rule.x, rule.width), abs=0.002)
        assert (y + height / 2) * MM_PT == pytest.approx(rule.y, abs=0.004)
        assert float(path.get("LineWidth")) == pytest.approx(rule.thickness / MM_PT, abs=0.001)
    assert found[0].find(O + "StrokeColor").get("Value") == "200 16 46"


def test_an_upright_rule_is_one_stroke_down(fonts):
    pages = typeset(plain("信"), fonts.metrics)
    rule = Rule(100.0, 200.0, 0.5, 60.0, "#000000")
    page = replace(pages.pages[0], rules=(rule,))
    (path,) = objects(ofd.render(replace(pages, pages=(page,)), fonts), "PathObject")
    assert path.get("LineWidth") == "0.176"
    assert path.find(O + "AbbreviatedData").text == "M 0.088 0 L 0.088 21.167"


def test_each_font_is_embedded_and_maps_its_characters_to_their_shapes(
    three_items, fonts, tmp_path
):
    data = written(three_items, fonts)
    files = parts(data)
    resources = etree.fromstring(files["Doc_0/PublicRes.xml"])
    used: dict[str, set[str]] = {}
    for text in objects(data, "TextObject"):
        used.setdefault(text.get("Font"), set()).update(text.find(O + "TextCode").text)
    names = {}
    for font in resources.iter(O + "Font"):
        file = tmp_path / "font.ttf"
        file.write_bytes(files["Doc_0/Res/" + font.find(O + "FontFile").text])
        face = TTFontFace(str(file), validate=1)
        characters = used.pop(font.get("ID"))
        names[font.get("FontName")] = font.get("FamilyName")
        own = next(f for f in map(fonts.font, ("fang", "title", "hei", "kai", "song", "latin"))
                   if f.row.made_from == font.get("FontName"))  # fmt: skip
        for character in characters:
            assert _outline(face, ord(character)) == _outline(own.face, ord(character))
            assert face.charWidths[ord(character)] == own.face.charWidths[ord(character)]
    assert used == {}
    assert names["Fandol Fang"] == "仿宋_GB2312"


def _outline(face, code: int) -> bytes:
    glyph = face.charToGlyph[code]
    start, _ = face.get_table_pos("glyf")
    outline = face._ttf_data[start + face.glyphPos[glyph] : start + face.glyphPos[glyph + 1]]
    return outline.rstrip(b"\0")


def test_identifiers_are_given_once_and_counted(three_items, fonts):
    files = parts(written(three_items, fonts))
    ids = [int(i) for p in files.values() for i in re.findall(rb'[ <][^ ]*? ID="(\d+)"', p)]
    stated = re.search(rb"<ofd:MaxUnitID>(\d+)<", files["Doc_0/Document.xml"])
    assert len(ids) == len(set(ids)) > 100
    assert max(ids) == int(stated[1])


def test_what_the_standard_asks_of_the_package(three_items, fonts):
    files = parts(written(three_items, fonts))
    start = etree.fromstring(files["OFD.xml"])
    assert (start.get("Version"), start.get("DocType")) == ("1.0", "OFD")
    info = {child.tag.removeprefix(O): child.text for child in start.iter() if child.text}
    assert (info["Title"], info["Author"]) == ("题 & 目", "办公室")
    assert re.fullmatch("[0-9a-f]{32}", info["DocID"])
    document = etree.fromstring(files[info["DocRoot"]])
    assert document.find(f"{O}CommonData/{O}PageArea/{O}PhysicalBox").text == "0 0 210 297"
    listed = [page.get("BaseLoc") for page in document.iter(O + "Page")]
    assert {f"Doc_0/{name}" for name in listed} <= files.keys()
    assert len(listed) == len(typeset(three_items, fonts.metrics).pages)


def test_the_same_pages_give_the_same_bytes_and_no_date(three_items, fonts):
    data = written(three_items, fonts)
    assert data == written(three_items, fonts)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.namelist()[0] == "OFD.xml"
        assert {(e.date_time, e.create_system) for e in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0)
        }


def test_three_pages_stay_small(three_items):
    data, _ = ofd_of(three_items, BUNDLED)
    assert len(data) < 250_000


@pytest.mark.parametrize("character", ["\ud800", "\x0b", "\uffff"])
def test_a_character_xml_cannot_hold_is_refused(fonts, character):
    document = plain("坏")
    pages = typeset(document, fonts.metrics)
    spoilt = _with_text(pages, f"坏{character}")
    with pytest.raises(InfodeskError) as caught:
        ofd.render(spoilt, fonts)
    assert caught.value.code is Code.TEXT_UNPRINTABLE


def _with_text(pages, text: str):
    page = pages.pages[0]
    line = page.lines[0]
    spoilt = replace(line, runs=(line.runs[0]._replace(text=text),))
    return replace(pages, pages=(replace(page, lines=(spoilt,)),))


def test_the_users_font_is_embedded_and_reported(fonts, tmp_path):
    (tmp_path / "own.ttf").write_bytes(
        made(fonts.font("hei"), "信息", english="FangSong", chinese="仿宋")
    )
    data, report = ofd_of(plain("信息报送"), BUNDLED, find([tmp_path]))
    names = {f.get("FontName") for f in etree.fromstring(parts(data)["Doc_0/PublicRes.xml"]).iter(
        O + "Font")}  # fmt: skip
    assert {"仿宋", "Fandol Fang"} <= names
    assert report.borrowed == ("报", "送")
    assert extracted(data) == "信息报送"
