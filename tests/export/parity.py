"""The Word file against the PDF, line by line, as LibreOffice sets it.

``python -m tests.export.parity`` prints the table.

What is compared is the shipped writer's file with three things changed, without which LibreOffice
would answer another question: it names the bundled fonts; it lets LibreOffice hang no punctuation
(which reads ``overflowPunct`` the wrong way round); and it asks for Word 2010's layout (newer ones
make LibreOffice squeeze lines). The typesetter follows the ``LIBREOFFICE`` rules and widths.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from infodesk import paths
from infodesk.core.document import Document, PageStyle, Paragraph
from infodesk.core.plain_page import plain
from infodesk.export import word
from infodesk.export.fonts import Fonts, load
from infodesk.export.word_text import _pieces
from infodesk.typeset.breaking import Cell, break_lines, measure
from infodesk.typeset.characters import LIBREOFFICE
from tests.export.stress import stress_text

SOFFICE = shutil.which("soffice")
BUNDLED = {
    "仿宋_GB2312": "Infodesk Fang",
    "方正小标宋简体": "Infodesk Title",
    "黑体": "Infodesk Hei",
    "楷体_GB2312": "Infodesk Kai",
    "宋体": "Infodesk Song",
    "Times New Roman": "Infodesk Latin",
}
CHANGES = (
    *((f'"{office}"', f'"{bundled}"') for office, bundled in BUNDLED.items()),
    ('<w:overflowPunct w:val="0"/>', '<w:overflowPunct w:val="1"/>'),
    ('office/word" w:val="15"/>', 'office/word" w:val="14"/>'),
)
AREA_PT = 8845 / 20
"""What the page settings of the Word file leave for a line, in whole twips."""
AUTOSPACE_EM = 0.2
ROWS = PageStyle().rows

CHINESE = """\
县委办公室会同农业农村局对西关、河口、大泉三个乡镇的春耕备耕情况进行了实地调研。调研组先后走访了三十六个村，入户访谈农户一百二十余户，\
召开座谈会九场，形成了专题报告（另附），现将有关情况报告如下。
从调研情况看，各乡镇高度重视，把春耕备耕作为当前农业农村工作的头等大事来抓，做到了“早安排、早部署、早落实”。种子、化肥、农药、农膜等\
农资供应总体充足，价格平稳；农机检修、渠道清淤、土地平整等工作有序推进，为全年粮食丰收打下了坚实基础。
一、存在的主要问题
（一）劳动力不足的矛盾比较突出。青壮年劳动力大多外出务工，留守老人和妇女成为种田主力，“谁来种地、怎样种地”的问题亟待解决——这也是基层干部\
和群众反映最集中的问题。
（二）部分水利设施老化失修。有的渠道建成已有三十多年，渗漏严重，末级渠系“最后一公里”不畅通，遇到干旱年份，尾水田块经常灌不上水……群众对此意见\
较大，希望上级加大投入，尽快改造。
（三）农资打假还有薄弱环节。个别经营户无证经营、流动兜售，假冒伪劣种子、化肥时有发现；乡镇执法力量薄弱，专业人员少，检测手段落后，监管难以到位。
二、几点建议
一是积极培育新型经营主体，鼓励家庭农场、农民合作社通过“土地托管”“代耕代种”“联耕联种”等方式开展社会化服务，着力破解“一家一户办不了、办不好”的难题；\
二是整合涉农资金，优先安排末级渠系改造；三是开展农资打假专项行动，对坑农害农行为“零容忍”，发现一起、查处一起、曝光一起。
《中华人民共和国农产品质量安全法》《示范县农业社会化服务管理办法（试行）》等法律法规和政策文件要抓紧宣传到村到户，使广大农民群众知法、懂法、用法，\
自觉维护自身合法权益。"""

MIXED = """\
截至2026年11月22日，示范县共报送信息1,286条，采用465条，采用率36.2%，较上年同期提高4.8个百分点；其中“约稿”类87条，占18.7%，“专报”类32条。
（一）项目建设提速增效。今年以来，全县实施重点项目126个，总投资238.6亿元，已开工98个（含续建41个），完成投资147.3亿元，占年度计划的78.5%。
据介绍，该县依托“互联网+政务服务”平台，将376项高频事项纳入“一网通办”，平均办理时限由15个工作日压缩到4.5个工作日，网上可办率达98.6%。
会议强调，要认真贯彻《示范县安全生产条例》（2024年修订），严格落实“党政同责、一岗双责、齐抓共管、失职追责”要求，确保问题整改率达到100%。
11月3日17时20分，县道X014线K12+300处发生山体滑坡，塌方约450立方米，造成道路中断，2人轻伤；县应急局、交通局于18时05分赶到现场处置。
根据示办发〔2026〕15号文件要求，每季度末月25日前报送PDF版和WPS版材料各1份，联系电话5550123，电子邮箱另行通知。
在规格为20×30米的标准大棚内，每亩可产“示范1号”番茄6500公斤，按每公斤3.2元计算，亩均收入20800元，比种植玉米增收1.5万元以上。
调查显示，在受访的1024名群众中，87.4%的人表示“满意”或“比较满意”，9.8%的人认为“还有‘中梗阻’现象”，其余2.8%未作评价。
县疾控中心提示：近期气温下降至5℃以下，流感病毒检测阳性率升至12.6%，老人和儿童要及时接种疫苗，避免前往人员密集场所。
下一步，将继续推进5G基站建设，年底前新建120个，实现乡镇以上区域全覆盖，力争全县GDP增长6.5%左右，城镇登记失业率控制在3.5%以内。"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many of the typesetter's lines LibreOffice set too.

    Attributes:
        placed: how many of those also stand on the same row of the same page.
    """

    lines: int
    same: int
    placed: int

    @property
    def share(self) -> float:
        """Same lines, in per cent."""
        return 100 * self.same / self.lines

    def __str__(self) -> str:
        placed = 100 * self.placed / self.lines
        return f"{self.lines:6} lines {self.share:7.2f} % same {placed:7.2f} % on the same row"


def wrong_pitch(document: Document) -> Document:
    """Return the document with rows of 580 twips, the control for the height of a row."""
    return replace(document, page=replace(document.page, pitch_pt=29.0))


def wrong_cell(document: Document) -> Document:
    """Return the document with cells of a whole 16 pt, the control for the width of a line."""
    styles = {role: replace(style, tracking_pt=0.0) for role, style in document.styles.items()}
    return replace(document, styles=styles)


def fixture(document: Document) -> bytes:
    """Return the writer's file, changed for LibreOffice."""
    buffer = BytesIO()
    todo = {old for old, _ in CHANGES[-2:]}
    data = BytesIO(word.render(document))
    with zipfile.ZipFile(data) as given, zipfile.ZipFile(buffer, "w") as made:
        for name in given.namelist():
            text = given.read(name).decode()
            todo = {old for old in todo if old not in text}
            for old, new in CHANGES:
                text = text.replace(old, new)
            made.writestr(name, text)
    if todo:
        raise ValueError(f"not in the file: {todo}")
    return buffer.getvalue()


def set_by_libreoffice(document: Document) -> list[list[str]]:
    """Return the lines of each page without white space, page numbers left out."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "text.docx").write_bytes(fixture(document))
        (folder / "fonts.conf").write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
            f"<dir>{paths.resources() / 'fonts'}</dir><cachedir>{folder}</cachedir></fontconfig>"
        )
        subprocess.run(
            [
                str(SOFFICE),
                "--headless",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--convert-to",
                "pdf",
                "--outdir",
                name,
                str(folder / "text.docx"),
            ],
            env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
            check=True,
            capture_output=True,
            timeout=300,
        )
        reader = PdfReader(folder / "text.pdf")
        pages = [page.extract_text().splitlines() for page in reader.pages]
    bare = [[text for line in lines if (text := "".join(line.split()))] for lines in pages]
    return [[line for line in lines if not re.fullmatch(r"—\d+—", line)] for lines in bare]


def _script(character: str, before: str) -> str:
    """Return how LibreOffice sees a character: Latin, Asian, or like the one before."""
    code = ord(character)
    if character in " \u00a0" or 0x2B0 <= code < 0x370 or 0x590 <= code < 0x2E80:
        return before
    return "asian" if code >= 0x2E80 else "latin"


def _portions(text: str) -> list[tuple[int, str]]:
    """Return for each character the run it is in, and its script."""
    portions: list[tuple[int, str]] = []
    script = "latin"
    for number, (_, piece) in enumerate(_pieces(text)):
        for character in piece:
            script = _script(character, script)
            portions.append((number, script))
    return portions


def cells_of(paragraph: Paragraph, document: Document, fonts: Fonts) -> list[Cell]:
    """Return a paragraph measured as LibreOffice measures: in twips, with its own autospace."""
    style = document.styles[paragraph.role]
    portions = _portions(paragraph.text)
    cells: list[Cell] = []
    measured = measure(paragraph, style, fonts.metrics)
    for index, cell in enumerate(measured):
        follows = portions[index + 1] if index + 1 < len(measured) else None
        advance = round(cell.advance * 20) / 20
        # The last character of a portion is not tracked.
        tracking = style.tracking_pt if portions[index] == follows else 0.0
        cells.append(cell._replace(width=advance + tracking, advance=advance))
        apart = follows is not None and portions[index][1] != follows[1]
        if apart and all(_counts(c.character) for c in measured[index : index + 2]):
            space = AUTOSPACE_EM * style.size_pt
            cells.append(cell._replace(character="\u2005", width=space, advance=space))
    return cells


def _counts(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"


def lines_of(document: Document, fonts: Fonts) -> Iterator[str]:
    """Yield the typesetter's lines without white space."""
    for paragraph in document.paragraphs:
        style = document.styles[paragraph.role]
        cells = cells_of(paragraph, document, fonts)
        indent = round(style.indent_cells * style.cell_pt * 20) / 20
        for start, end in break_lines(cells, AREA_PT - indent, AREA_PT, LIBREOFFICE):
            text = "".join(cell.character for cell in cells[start:end])
            yield "".join(text.split())


def compare(document: Document, fonts: Fonts, written: Document | None = None) -> Outcome:
    """Set a text both ways and compare where its lines begin, end and stand.

    Args:
        document: what the typesetter sets.
        fonts: its fonts.
        written: what the Word file is written from, if that is another.

    Raises:
        ValueError: LibreOffice lost or changed characters.
    """
    pages = set_by_libreoffice(written or document)
    mine = list(lines_of(document, fonts))
    theirs = [
        (line, (page, row)) for page, lines in enumerate(pages) for row, line in enumerate(lines)
    ]
    text = "".join(mine)
    places: dict[tuple[int, int], tuple[int, int]] = {}
    at = 0
    for line, place in theirs:
        # Within a line, LibreOffice writes what comes from another font last.
        if sorted(line) != sorted(text[at : at + len(line)]):
            raise ValueError("LibreOffice's text is another")
        places[at, at + len(line)] = place
        at += len(line)
    at = same = placed = 0
    for number, line in enumerate(mine):
        reach = (at, at + len(line))
        same += reach in places
        placed += places.get(reach) == divmod(number, ROWS)
        at += len(line)
    return Outcome(len(mine), same, placed)


def main() -> int:
    """Print the table; return 1 where a bar is not kept."""
    if SOFFICE is None:
        print("no soffice on this machine")
        return 2
    fonts = load(paths.resources() / "fonts")
    rows = [
        ("Chinese only", CHINESE, 100.0),
        ("Chinese only, made", stress_text(9, 400, chinese=True), 100.0),
        ("ten mixed paragraphs", MIXED, 100.0),
        *((f"stress, seed {seed}", stress_text(seed, 1600), 98.5) for seed in range(1, 5)),
    ]
    kept = True
    for name, text, least in rows:
        found = compare(plain(text), fonts)
        kept = kept and found.share >= least
        said = "kept" if found.share >= least else "NOT KEPT"
        print(f"{name:22} {found}  bar {least} %: {said}")
    document = plain(MIXED)
    for name, wrong in (("580 for 579 twips", wrong_pitch), ("28 x 16 pt", wrong_cell)):
        found = compare(document, fonts, wrong(document))
        failed = found.placed < found.lines
        kept = kept and failed
        print(f"control: {name:13} {found}  {'fails, as it must' if failed else 'NOT NOTICED'}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
