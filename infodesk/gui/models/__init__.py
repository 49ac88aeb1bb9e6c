"""Item models over core's values."""

from __future__ import annotations
