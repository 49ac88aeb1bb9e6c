"""The window: the only room that knows Qt. It talks to the workspace and to core's values."""

from __future__ import annotations
