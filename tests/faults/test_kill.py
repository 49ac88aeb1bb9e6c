"""Killed at any moment, the program has kept whatever it had said to be kept.

The short form is run with the other tests; ``python -m tests.faults --kills 10000`` is the long
one, and ``INFODESK_SEED`` repeats a run's delays. The controls save carelessly and must be seen to
lose.
"""

from __future__ import annotations

import os
import secrets
from collections import Counter

import pytest

from tests.faults.clerks import kills

KILLS = 50
SEED = int(os.environ.get("INFODESK_SEED", secrets.randbits(32)))


@pytest.mark.parametrize("how", ["whole", "sealed"])
def test_nothing_acknowledged_is_lost_by_a_kill(tmp_path, how):
    acknowledged = Counter()
    for told, found in kills(tmp_path, how, KILLS, SEED):
        assert not found, f"{found}, told {told}, INFODESK_SEED={SEED}"
        acknowledged += told
    assert acknowledged["drafts"] > KILLS, f"killed before anything was saved: {acknowledged}"
    for what in ("versions", "issues", "exports", "imports"):
        assert acknowledged[what], f"{what} was never seen: {acknowledged}"


@pytest.mark.parametrize(("how", "loss"), [("early", "draft lost"), ("apart", "draft torn")])
def test_careless_saving_is_seen_to_lose(tmp_path, how, loss):
    losses = kills(tmp_path, how, 1000, SEED)
    assert any(loss in found for _, found in losses), f"INFODESK_SEED={SEED}"
    losses.close()
