"""Reusable widgets; none knows a page."""

from __future__ import annotations
