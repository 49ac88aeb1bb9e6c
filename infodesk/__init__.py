"""infodesk: drafting, checking, issuing and sending information items, offline."""

from __future__ import annotations

__version__ = "0.1.0"
