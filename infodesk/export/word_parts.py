"""The parts of a Word file beside its text: styles, settings, fonts, footers.

Everything python-docx's template brings is replaced: its theme would override the named faces, and
its defaults are those of an American letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from infodesk.core.document import Document, Face, HeadLine, PageStyle, Role, Style
from infodesk.export.word_text import FAMILIES, JUSTIFICATION, NAMESPACE, fonts, twips
from infodesk.typeset.tables import line_pitch

STYLE_NAMES: Mapping[Role, tuple[str, str, int | None]] = {
    Role.BODY: ("InfodeskBody", "公文正文", None),
    Role.TITLE: ("InfodeskTitle", "信息标题", 0),
    Role.HEADING_1: ("InfodeskHeading1", "一级标题", 1),
    Role.HEADING_2: ("InfodeskHeading2", "二级标题", 2),
    Role.HEADING_3: ("InfodeskHeading3", "三级标题", 3),
    Role.HEADING_4: ("InfodeskHeading4", "四级标题", 4),
    Role.UNIT: ("InfodeskUnit", "报送单位", None),
    Role.NOTE: ("InfodeskNote", "编者按", None),
    Role.NOTE_MORE: ("InfodeskNoteMore", "编者按续段", None),
    Role.CONTENTS_HEAD: ("InfodeskContentsHead", "要目标题", None),
    Role.CONTENTS: ("InfodeskContents", "要目", None),
    Role.RECIPIENTS: ("InfodeskRecipients", "主送机关", None),
    Role.ATTACHED: ("InfodeskAttached", "附件说明", None),
    Role.ATTACHED_MORE: ("InfodeskAttachedMore", "附件说明续行", None),
    Role.SIGNATURE: ("InfodeskSignature", "署名", None),
    Role.DATE: ("InfodeskDate", "成文日期", None),
    Role.SEALED_SIGNATURE: ("InfodeskSealedSignature", "署名（盖章）", None),
    Role.SEALED_DATE: ("InfodeskSealedDate", "成文日期（盖章）", None),
    Role.ANNOTATION: ("InfodeskAnnotation", "附注", None),
    Role.ATTENDANCE: ("InfodeskAttendance", "出席", None),
    Role.ATTENDANCE_MORE: ("InfodeskAttendanceMore", "请假列席", None),
    Role.ATTACHMENT: ("InfodeskAttachment", "附件", None),
    Role.ATTACHMENT_TITLE: ("InfodeskAttachmentTitle", "附件标题", 0),
    Role.CAPTION: ("InfodeskCaption", "表题", None),
    Role.IMAGE: ("InfodeskFigure", "图题", None),
    Role.TABLE: ("InfodeskTable", "表格文字", None),
}
"""Identifier, name shown to the clerk, and outline level of each role's style."""

_ALWAYS = frozenset(
    {
        Role.BODY,
        Role.TITLE,
        Role.HEADING_1,
        Role.HEADING_2,
        Role.HEADING_3,
        Role.HEADING_4,
        Role.UNIT,
    }
)
"""Styles a clerk finds in every file, whether its text uses them or not."""


FOOT_STYLE = ("InfodeskFoot", "版记")
NUMBER_STYLE = ("InfodeskNumber", "页码")

LARGEST_ON_GRID_PT = 18
"""Type larger than this would take two rows of the line grid in spite of its exact spacing."""

COMPATIBILITY = 15
"""Word's own present layout; 14 would show 兼容模式 in the title bar of every exported file."""

_HEAD_STYLES = {
    "密级标注": "InfodeskMarking",
    "刊名": "InfodeskName",
    "期号": "InfodeskIssue",
    "编印": "InfodeskImprint",
}

_NORMAL_LAYOUT = (
    '<w:widowControl w:val="0"/><w:kinsoku w:val="1"/><w:wordWrap w:val="1"/>'
    '<w:overflowPunct w:val="0"/><w:topLinePunct w:val="0"/><w:autoSpaceDE w:val="0"/>'
    '<w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="1"/>'
)
_FONT_ALIASES = {
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "方正小标宋简体": "方正小标宋_GBK",
    "黑体": "SimHei",
    "宋体": "SimSun",
}


def head_style_id(line: HeadLine) -> str:
    """Return the identifier of a head line's style."""
    code = "".join(f"{ord(character):X}" for character in line.name)
    return _HEAD_STYLES.get(line.name, f"InfodeskHead{code}")


def styles(document: Document) -> str:
    """Return ``styles.xml``."""
    page = document.page
    body = document.styles[Role.BODY]
    parts = [_normal(body, page)]
    used = _ALWAYS | {value.role for value in document.paragraphs}
    parts.extend(
        _role_style(role, document.styles[role], page) for role in STYLE_NAMES if role in used
    )
    if document.head:
        lines = {head_style_id(line): line for line in document.head.lines}
        parts.extend(_head_style(line) for line in lines.values())
    foot = document.foot.style if document.foot else body
    pitch = document.foot.pitch_pt if document.foot else page.pitch_pt
    parts.append(_plain_style(*FOOT_STYLE, foot, pitch))
    number = f'<w:rPr>{fonts_of_number()}<w:spacing w:val="0"/>{_size(page.number_size_pt)}</w:rPr>'
    parts.append(
        _style(
            *NUMBER_STYLE,
            '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>',
            number,
        )
    )
    return (
        f'<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f"{fonts(body.face, body.latin)}{_size(body.size_pt)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f"{''.join(parts)}</w:styles>"
    )


def settings() -> str:
    """Return ``settings.xml``."""
    return (
        f'<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        "<w:compat><w:useFELayout/><w:compatSetting "
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="{COMPATIBILITY}"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table() -> str:
    """Return ``fontTable.xml``: the names, and under which other name a machine may have each."""
    entries = []
    for name in FAMILIES.values():
        alias = _FONT_ALIASES.get(name)
        other = f"<w:altName w:val={quoteattr(alias)}/>" if alias else ""
        charset = "86" if alias else "00"
        entries.append(
            f'<w:font w:name={quoteattr(name)}>{other}<w:charset w:val="{charset}"/></w:font>'
        )
    return f'<w:fonts xmlns:w="{NAMESPACE}">{"".join(entries)}</w:fonts>'


def footer(page: PageStyle, *, even: bool, after: int = 0) -> str:
    """Return the paragraph of a footer: — 1 —, outside, one hanzi from the edge (7.5).

    Args:
        page: the size of its type.
        even: whether for pages of even numbers.
        after: twips of space below it.
    """
    cell = twips(page.number_size_pt)
    side, align = ("left", "left") if even else ("right", "right")
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    space = f'<w:spacing w:after="{after}"/>' if after else ""
    dash = f"<w:rPr>{fonts_of_number(hint=True)}</w:rPr>"
    return (
        f'<w:p xmlns:w="{NAMESPACE}"><w:pPr><w:pStyle w:val="{NUMBER_STYLE[0]}"/>'
        f'{space}<w:ind w:{side}Chars="100" w:{side}="{cell}"/><w:jc w:val="{align}"/></w:pPr>'
        f'<w:r>{dash}<w:t xml:space="preserve">— </w:t></w:r>{field}'
        f'<w:r>{dash}<w:t xml:space="preserve"> —</w:t></w:r></w:p>'
    )


def fonts_of_number(*, hint: bool = False) -> str:
    """Return the faces of page numbers: 宋体 for the digits too (7.5)."""
    return fonts(Face.SONG, Face.SONG, hint=hint)


def _normal(body: Style, page: PageStyle) -> str:
    line = twips(page.pitch_pt)
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{_NORMAL_LAYOUT}"
        f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
        f'<w:jc w:val="both"/></w:pPr><w:rPr>{_characters(body)}</w:rPr></w:style>'
    )


def _role_style(role: Role, style: Style, page: PageStyle) -> str:
    style_id, name, level = STYLE_NAMES[role]
    pitch = page.pitch_pt
    keep = "<w:keepNext/>" if style.keep_with_next else ""
    if style.new_page:
        keep += "<w:pageBreakBefore/>"
    if role is Role.TABLE:
        keep += '<w:snapToGrid w:val="0"/>'
        spacing = f'<w:spacing w:line="{twips(line_pitch(style))}" w:lineRule="atLeast"/>'
        return _style(style_id, name, keep + spacing, f"<w:rPr>{_characters(style)}</w:rPr>")
    if style.size_pt > LARGEST_ON_GRID_PT or style.pitch_rows != 1:
        keep += '<w:snapToGrid w:val="0"/>'
    gaps = _gap("before", style.before_rows, pitch) + _gap("after", style.after_rows, pitch)
    spacing = (
        f"<w:spacing {gaps}"
        f'w:line="{int(pitch * style.pitch_rows * 20 + 1e-6)}" w:lineRule="exact"/>'
    )
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    return _style(
        style_id,
        name,
        f'{keep}{spacing}{_indent(style)}<w:jc w:val="{JUSTIFICATION[style.align]}"/>{outline}',
        f"<w:rPr>{_characters(style)}</w:rPr>",
    )


def _gap(side: str, rows: int, pitch: float) -> str:
    return f'w:{side}Lines="{rows * 100}" w:{side}="{twips(rows * pitch)}" ' if rows else ""


def _indent(style: Style) -> str:
    amounts = (
        ("left", style.left_cells),
        ("right", style.right_cells),
        ("firstLine", style.indent_cells),
    )
    cell = style.cell_pt
    stated = "".join(
        f' w:{side}Chars="{round(cells * 100)}" w:{side}="{twips(cells * cell)}"'
        for side, cells in amounts
        if cells
    )
    return f"<w:ind{stated}/>" if stated else ""


def _head_style(line: HeadLine) -> str:
    spacing = (
        f'<w:spacing w:before="{twips(line.before_pt)}" w:line="{twips(line.height_pt)}" '
        'w:lineRule="exact"/>'
    )
    return _style(
        head_style_id(line),
        line.name,
        f'<w:snapToGrid w:val="0"/>{spacing}<w:jc w:val="{JUSTIFICATION[line.style.align]}"/>',
        f"<w:rPr>{_characters(line.style)}</w:rPr>",
    )


def _plain_style(style_id: str, name: str, style: Style, pitch: float) -> str:
    spacing = f'<w:spacing w:line="{twips(pitch)}" w:lineRule="exact"/>'
    return _style(
        style_id,
        name,
        f'<w:snapToGrid w:val="0"/>{spacing}',
        f"<w:rPr>{_characters(style)}</w:rPr>",
    )


def _style(style_id: str, name: str, layout: str, characters: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{layout}</w:pPr>{characters}</w:style>"
    )


def _characters(style: Style) -> str:
    colour = style.colour.removeprefix("#")
    stated = f'<w:color w:val="{colour}"/>' if colour != "000000" else ""
    return (
        f"{fonts(style.face, style.latin)}{stated}"
        f'<w:spacing w:val="{twips(style.tracking_pt)}"/>{_size(style.size_pt)}'
    )


def _size(points: float) -> str:
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
