"""The foot of the last page in Word (版记)."""

from __future__ import annotations

from collections.abc import Iterator

from infodesk.core.document import Foot, PageStyle
from infodesk.export.word_parts import FOOT_STYLE
from infodesk.export.word_text import runs, twips


def foot(foot: Foot, page: PageStyle) -> Iterator[str]:
    """Yield the foot: a frame at the bottom of the type area, so that it stays there as text grows.

    A border ends where its paragraph's text may end, but the text keeps a cell free at either side:
    white side borders, a cell away, carry the rules out to the edges of the type area.
    """
    cell = twips(foot.style.cell_pt)
    frame = (
        f'<w:pStyle w:val="{FOOT_STYLE[0]}"/>'
        f'<w:framePr w:w="{twips(page.text_width_pt)}" w:wrap="around" w:vAnchor="margin" '
        'w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
    )
    last = bool(foot.printer or foot.printed)
    # Only paragraphs of equal indents share one pair of rules.
    hang = twips(max((len(entry.label) for entry in foot.entries), default=0) * foot.style.cell_pt)
    indent = f'<w:ind w:left="{cell + hang}" w:right="{cell}" w:hanging="{hang}"/>'
    texts = [(entry.label + entry.text, "both") for entry in foot.entries]
    if foot.copies:
        texts.append((foot.copies, "right"))
    borders = _borders(foot, foot.rule_mm, 0.0 if last else foot.rule_mm)
    for text, align in texts:
        yield (
            f'<w:p><w:pPr>{frame}{borders}{indent}<w:jc w:val="{align}"/></w:pPr>'
            f"{runs(text, foot.style)}</w:p>"
        )
    if last:
        borders = _borders(foot, foot.inner_rule_mm if texts else foot.rule_mm, foot.rule_mm)
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{twips(page.text_width_pt) - cell}"/></w:tabs>'
        yield (
            f'<w:p><w:pPr>{frame}{borders}{tab}<w:ind w:left="{cell}" w:right="{cell}"/>'
            f'<w:jc w:val="left"/></w:pPr>{runs(foot.printer, foot.style)}'
            f"<w:r><w:tab/></w:r>{runs(foot.printed, foot.style)}</w:p>"
        )


def _borders(foot: Foot, top_mm: float, bottom_mm: float) -> str:
    """Return the borders of the foot's paragraphs, none for a foot without rules."""
    if not foot.rule_mm:
        return ""
    side = f'w:val="single" w:sz="2" w:space="{round(foot.style.cell_pt)}" w:color="FFFFFF"'
    return (
        f"<w:pBdr>{_edge('top', top_mm, foot)}<w:left {side}/>"
        f"{_edge('bottom', bottom_mm, foot)}<w:right {side}/></w:pBdr>"
    )


def _edge(name: str, thickness_mm: float, foot: Foot) -> str:
    if not thickness_mm:
        return ""
    eighths = round(thickness_mm / 25.4 * 72 * 8)
    space = round(foot.padding_pt)
    return f'<w:{name} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="000000"/>'
