from __future__ import annotations

import pytest

from infodesk import paths
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.sheets import sheet_from

FILES = sorted((paths.resources() / "styles").glob("*.toml"))
GOOD = """label = "试"
colour = "#C8102E"

[[line]]
name = "机关标志"
size = 40
height = 50

[[line]]
name = "文号"
size = 16
height = 28
centre = "{发文字号}"
"""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_style_shipped_is_right(path):
    sheet = sheet_from(path.stem, path.read_text(encoding="utf-8"))
    assert sheet.label
    assert (sheet.line == ()) == (path.stem == "plain")


def test_the_styles_the_issue_names_are_there():
    assert {path.stem for path in FILES} >= {
        *("plain", "official", "letter", "minutes", "bulletin", "report", "circular")
    }


def test_fields_are_what_the_texts_have_places_for():
    assert sheet_from("t", GOOD).fields == ("发文字号",)


@pytest.mark.parametrize(
    ("old", "new", "line", "entry"),
    [
        ("size = 16", 'size = "16"', 11, "line[1].size"),
        ("size = 40", "size = 4000", 6, "line[0].size"),
        ("size = 40\n", "", 4, "line[0].size"),
        ("#C8102E", "red", 2, "colour"),
        ("height = 28", "heigth = 28", 12, "line[1].heigth"),
        ('label = "试"\n', "", 1, "label"),
        ("height = 28\n", "height = 28\nfont = 3\n", 13, "line[1].font"),
        ("height = 50", "height = ", 7, "TOML"),
        ("{发文字号}", "{发文字号", 13, "{}"),
    ],
)
def test_a_wrong_style_names_its_line_and_its_key(old, new, line, entry):
    with pytest.raises(InfodeskError) as caught:
        sheet_from("mine", GOOD.replace(old, new))
    assert caught.value.code is Code.STYLE_WRONG
    assert caught.value.params == {"style": "mine", "line": line, "entry": entry}
