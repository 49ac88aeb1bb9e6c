"""Dialogs: each gets what it needs, never the window."""

from __future__ import annotations
