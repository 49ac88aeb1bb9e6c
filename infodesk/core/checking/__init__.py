"""Text to findings: what an item states, what it lacks, and which sentence says so."""

from __future__ import annotations
