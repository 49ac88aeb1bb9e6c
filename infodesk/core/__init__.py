"""What the office does, in plain Python: no Qt, no SQLite, no file, no clock of its own."""

from __future__ import annotations
