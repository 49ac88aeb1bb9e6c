"""The plug pulled at any call to the disk, beneath SQLite, on what our storage really sends.

The long form is ``python -m tests.faults --simulated 20000``.
"""

from __future__ import annotations

import os
import secrets
from itertools import islice

import pytest

from tests.faults.clerks import inbox
from tests.faults.recording import record
from tests.faults.simulated import cuts, play

SEED = int(os.environ.get("INFODESK_SEED", secrets.randbits(32)))
CUTS = 300
MOST_CUTS = 3000
"""Cuts after which a control must have lost something."""

OFTEN = 12
"""Pages after which the log is folded in, so that most cuts meet a checkpoint near."""


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("recorded")
    return record(folder, 14, inbox(folder / "batches"))


@pytest.mark.parametrize("checkpoint", [None, OFTEN])
def test_nothing_acknowledged_is_lost_at_any_call(recorded, checkpoint):
    played = play(recorded, "whole", checkpoint)
    assert len(played.states) > 30
    lost = [loss for loss in cuts(played, CUTS, SEED) if loss]
    assert lost == [], f"INFODESK_SEED={SEED}"


@pytest.mark.parametrize("way", ["normal", "delete"])
def test_careless_keeping_is_seen_to_lose(recorded, way):
    played = play(recorded, way)
    assert "lost" in islice(cuts(played, MOST_CUTS, SEED), MOST_CUTS), f"INFODESK_SEED={SEED}"


def test_a_rollback_file_that_comes_back_is_seen(recorded):
    """Control: a new journal whose folder is not flushed can be undone long after."""
    careless = type(recorded)(
        [sent for sent in recorded.sent if sent[1] != "PRAGMA synchronous=EXTRA"], recorded.end
    )
    assert any(cuts(play(careless), MOST_CUTS, SEED)), f"INFODESK_SEED={SEED}"
