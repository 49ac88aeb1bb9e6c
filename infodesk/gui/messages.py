"""Sentences for errors and for the terms of core, in the language of the window."""

from __future__ import annotations

from infodesk import messages
from infodesk.core.errors import InfodeskError


def explain(error: Exception, language: str) -> str:
    """Return what an expected error, or the machine, says."""
    if isinstance(error, InfodeskError):
        return messages.sentence(error, language)
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return f"{error.filename}: {reason}" if error.filename else reason
    return str(error)
