"""The foot of the last page in Word (版记)."""

from __future__ import annotations

from collections.abc import Iterator

from infodesk.core.document import Foot, PageStyle
from infodesk.export.word_parts import FOOT_STYLE
from infodesk.export.word_text import runs, twips

_APART_PT = 8.0
"""Between both frames: word processors differ in whether a frame counts its borders."""
_AT_BOTTOM = (
    'w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"'
)


def foot(foot: Foot, page: PageStyle, upper_pt: float = 0.0) -> Iterator[str]:
    """Yield the foot: a frame at the bottom of the type area, so that it stays there as text grows.

    A border ends where its paragraph's text may end, but the text keeps a cell free at either side:
    white side borders, a cell away, carry the rules out to the edges of the type area.

    Args:
        foot: what stands in it.
        page: where.
        upper_pt: height of what stands above the printer's line, which has a frame of its own:
            LibreOffice loses a frame whose paragraphs have different borders.
    """
    printer = bool(foot.printer or foot.printed)
    lower = foot.pitch_pt + 2 * foot.padding_pt
    if printer:
        y = page.text_height_pt - lower - upper_pt - _APART_PT
        place = (
            f'w:wrap="auto" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:y="{twips(y)}"'
        )
    else:
        place = _AT_BOTTOM
    texts = list(_texts(foot))
    hang = twips(max((len(entry.label) for entry in foot.entries), default=0) * foot.style.cell_pt)
    borders = _borders(foot, foot.rule_mm, 0.0 if printer else foot.rule_mm)
    for text, align in texts:
        layout = _layout(foot, page, place=place, borders=borders, hang=hang)
        yield (f'<w:p><w:pPr>{layout}<w:jc w:val="{align}"/></w:pPr>{runs(text, foot.style)}</w:p>')
    if printer:
        tab = twips(page.text_width_pt) - twips(foot.style.cell_pt)
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{tab}"/></w:tabs>'
        borders = _borders(foot, foot.inner_rule_mm if texts else foot.rule_mm, foot.rule_mm)
        layout = _layout(foot, page, place=_AT_BOTTOM, borders=borders, tabs=tabs)
        both = (runs(foot.printer, foot.style), runs(foot.printed, foot.style))
        yield (
            f'<w:p><w:pPr>{layout}<w:jc w:val="left"/></w:pPr>'
            f"{'<w:r><w:tab/></w:r>'.join(both)}</w:p>"
        )


def _layout(
    foot: Foot, page: PageStyle, *, place: str, borders: str, tabs: str = "", hang: int = 0
) -> str:
    """Return a paragraph's properties; only those of equal indents share one pair of rules."""
    cell = twips(foot.style.cell_pt)
    return (
        f'<w:pStyle w:val="{FOOT_STYLE[0]}"/>'
        f'<w:framePr w:w="{twips(page.text_width_pt)}" {place}/>{borders}{tabs}'
        f'<w:ind w:left="{cell + hang}" w:right="{cell}" w:hanging="{hang}"/>'
    )


def _texts(foot: Foot) -> Iterator[tuple[str, str]]:
    """Yield the lists and the number of copies, each with how its lines stand."""
    for entry in foot.entries:
        yield entry.label + entry.text, "both"
    if foot.copies:
        yield foot.copies, "right"


def _borders(foot: Foot, top_mm: float, bottom_mm: float) -> str:
    """Return the borders of the foot's paragraphs, none for a foot without rules."""
    if not foot.rule_mm:
        return ""
    side = f'w:val="single" w:sz="2" w:space="{round(foot.style.cell_pt)}" w:color="FFFFFF"'
    bottom = _edge("bottom", bottom_mm, foot) if bottom_mm else ""
    return f"<w:pBdr>{_edge('top', top_mm, foot)}<w:left {side}/>{bottom}<w:right {side}/></w:pBdr>"


def _edge(name: str, thickness_mm: float, foot: Foot) -> str:
    return (
        f'<w:{name} w:val="single" w:sz="{_eighths(thickness_mm)}" '
        f'w:space="{round(foot.padding_pt)}" w:color="000000"/>'
    )


def _eighths(thickness_mm: float) -> int:
    """Return a rule's thickness in eighths of a point."""
    return round(thickness_mm / 25.4 * 72 * 8)
