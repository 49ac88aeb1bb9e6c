"""The plug pulled for real: what the program had said to be kept is on the disk.

Where power can be cut (``power``); everywhere else ``test_simulated`` does it beneath SQLite. The
long form is ``python -m tests.faults --cuts 2000``.
"""

from __future__ import annotations

import os
import secrets
from collections import Counter

import pytest

from tests.faults import power

SEED = int(os.environ.get("INFODESK_SEED", secrets.randbits(32)))
CUTS = 20
MOST_CUTS = 400
"""Cuts after which a control must have lost something."""

if power.is_possible():

    @pytest.mark.parametrize("how", ["whole", "sealed"])
    def test_nothing_acknowledged_is_lost_by_a_power_cut(how):
        acknowledged = Counter()
        for told, found in power.cuts(how, CUTS, SEED):
            assert not found, f"{found}, told {told}, INFODESK_SEED={SEED}"
            acknowledged += told
        assert acknowledged["drafts"] > CUTS, f"cut before anything was saved: {acknowledged}"

    @pytest.mark.parametrize(
        ("how", "losses"),
        [
            ("normal", {"draft lost"}),
            ("delete", {"draft lost", "version lost", "issue lost", "export lost", "import lost"}),
            ("plain", {"export damaged", "export missing"}),
        ],
    )
    def test_careless_saving_is_seen_to_lose_by_a_power_cut(how, losses):
        seen = power.cuts(how, MOST_CUTS, SEED)
        assert any(losses & set(found) for _, found in seen), f"INFODESK_SEED={SEED}"
        seen.close()
