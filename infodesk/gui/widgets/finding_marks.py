"""Where a report's findings stand in the boxes: as marks, and as places to go to in turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from infodesk.core.checking.catalogue import FAMILY_OF, Family
from infodesk.core.checking.findings import Finding, Fullness, Report, Severity, Span
from infodesk.gui.theme import Colours
from infodesk.gui.widgets.growing_edit import Mark

_COPIED = Family.LIKENESS
"""Family of rules whose every place is at fault, not only the first."""

_WEIGHT = {Severity.HINT: 0, Severity.SHOULD: 1, Severity.MUST: 2}


def marks_of(
    report: Report | None,
    lit: str,
    keys: Iterable[str],
    colours: Colours,
    *,
    pointed: Finding | None = None,
) -> dict[str, list[Mark]]:
    """Return the marks of each box by its key.

    Args:
        report: what the check found; None before it.
        lit: key of the part whose sentences stand on a ground, green where they state it in full;
            empty for none.
        keys: of the boxes.
        colours: of the palette.
        pointed: the finding whose every place stands on a ground of its own.
    """
    marks: dict[str, list[Mark]] = {key: [] for key in keys}
    if report is None:
        return marks
    shown = report.parts.get(lit)
    if shown is not None:
        is_full = shown.state is Fullness.FULL
        ground = colours.done_ground if is_full else colours.should_ground
        for span in shown.evidence:
            marks.get(span.section, []).append(Mark(span.start, span.end, ground=ground))
    for span in (pointed.span, *pointed.evidence) if pointed is not None else ():
        marks.get(span.section, []).append(Mark(span.start, span.end, ground=colours.should_ground))
    tones = {Severity.MUST: colours.must, Severity.SHOULD: colours.should}
    # Lightest first, so that the heaviest line is drawn last, on top.
    for finding in sorted(report.findings, key=lambda finding: _WEIGHT[finding.severity]):
        tone = tones.get(finding.severity, colours.muted)
        is_copied = FAMILY_OF.get(finding.rule) == _COPIED
        for span in (finding.span, *(finding.evidence if is_copied else ())):
            marks.get(span.section, []).append(Mark(span.start, span.end, wave=tone))
    return marks


def following(
    findings: Iterable[Finding], order: Sequence[str], here: tuple[str, int], *, back: bool = False
) -> Finding | None:
    """Return the finding that comes next in reading order, from the start again after the last.

    Args:
        findings: to walk through.
        order: keys of the boxes from above.
        here: box and offset of the cursor.
        back: go up instead of down.
    """
    rank: Mapping[str, int] = {key: place for place, key in enumerate(order)}

    def place(span: Span) -> tuple[int, int]:
        return rank.get(span.section, len(order)), span.start

    known = sorted(findings, key=lambda finding: place(finding.span), reverse=back)
    at = (rank.get(here[0], -1), here[1])
    ahead = (f for f in known if (place(f.span) < at if back else place(f.span) > at))
    return next(ahead, known[0] if known else None)
