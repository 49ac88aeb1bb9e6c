from __future__ import annotations

import pytest

from infodesk.core.document import Face
from infodesk.typeset import Metrics


class EvenFont:
    """A font whose hanzi are one em wide and whose Latin is half an em."""

    key = "even"

    def advance(self, character: str) -> float:
        return 0.5 if ord(character) < 0x2000 else 1.0


@pytest.fixture(scope="session")
def metrics() -> Metrics:
    return Metrics({face: (EvenFont(),) for face in Face})
