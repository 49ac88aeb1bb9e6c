"""A keyring as the library ``keyring`` gives it, in memory."""

from __future__ import annotations

import sys
from types import ModuleType


class Ring(ModuleType):
    """Stands for the library; with ``fails`` it has no keyring to speak to."""

    def __init__(self):
        super().__init__("keyring")
        self.errors = ModuleType("keyring.errors")
        self.errors.KeyringError = type("KeyringError", (Exception,), {})
        self.kept = {}
        self.fails = False

    def _require(self):
        if self.fails:
            raise self.errors.KeyringError

    def set_password(self, service, name, secret):
        """Keep a secret."""
        self._require()
        self.kept[service, name] = secret

    def get_password(self, service, name):
        """Return a secret, or None."""
        self._require()
        return self.kept.get((service, name))

    def delete_password(self, service, name):
        """Forget a secret."""
        self._require()
        del self.kept[service, name]


def plugged_in(monkeypatch):
    """Put a ring in the place of the library, and return it."""
    made = Ring()
    monkeypatch.setitem(sys.modules, "keyring", made)
    monkeypatch.setitem(sys.modules, "keyring.errors", made.errors)
    return made
