"""Killed with -9 right after it said 已保存, the window has lost nothing that it called saved."""

from __future__ import annotations

import os
import random
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from infodesk.workspace import Workspace
from tests.faults.typist import SENTENCE

pytestmark = [pytest.mark.gui, pytest.mark.slow]

SEED = int(os.environ.get("INFODESK_SEED", secrets.randbits(32)))
KILLS = int(os.environ.get("INFODESK_WINDOW_KILLS", "4"))


def test_what_the_window_called_saved_is_there_after_kill_9(tmp_path):
    print(f"INFODESK_SEED={SEED}")
    chance = random.Random(SEED)
    for number in range(KILLS):
        journal = tmp_path / f"{number}.infodesk"
        item, told = killed_typist(journal, after=chance.randrange(1, 25))
        with Workspace(journal) as workspace:
            kept = workspace.items.get(item).content.text_of("situation")
        assert len(kept) >= told > 0
        assert kept == SENTENCE * (len(kept) // len(SENTENCE))


def test_a_window_that_says_saved_too_early_is_seen_to_lose(tmp_path):
    """Control: told before the journal answered, what is killed is gone."""
    item, told = killed_typist(tmp_path / "journal.infodesk", "careless", after=3)
    with Workspace(tmp_path / "journal.infodesk") as workspace:
        assert len(workspace.items.get(item).content.text_of("situation")) < told


def killed_typist(journal: Path, *how: str, after: int) -> tuple[str, int]:
    """Let a clerk type, kill her when she was told "saved" so many times; return what she was told.

    Returns:
        The item's id, and the characters that stood in the editor at the last "saved".
    """
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.typist", str(journal), *how],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ) as typist:
        assert typist.stdout is not None
        for _ in range(after):
            item, count = typist.stdout.readline().split()
        typist.kill()
    return item, int(count)
