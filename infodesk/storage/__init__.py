"""The journal: one SQLite file, one store per aggregate. Nothing else opens SQLite."""

from __future__ import annotations
