"""Documents become pages: measuring, breaking lines, paging. No output format, no file."""

from __future__ import annotations

from infodesk.typeset.blocks import balanced_breaks
from infodesk.typeset.fitting import Fit, fits
from infodesk.typeset.metrics import Metrics
from infodesk.typeset.pages import Pages
from infodesk.typeset.paging import typeset

__all__ = ["Fit", "Metrics", "Pages", "balanced_breaks", "fits", "typeset"]
