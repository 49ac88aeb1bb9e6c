"""Forms compiled from ``forms/*.ui`` by ``forms/compile.py``; never edited."""

from __future__ import annotations
