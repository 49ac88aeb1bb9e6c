"""The main job end to end on texts of every sort: nothing lost, nothing replaced or twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.whole_way import expected_text, run

TEXTS = sorted((Path(__file__).parent / "data" / "texts").glob("*.txt"))


@pytest.mark.slow
def test_every_text_goes_the_whole_way_unchanged(tmp_path):
    outcome = run(TEXTS, tmp_path)
    assert outcome.files == 14
    assert outcome.faults == []


@pytest.mark.slow
def test_a_lost_character_is_seen(tmp_path, monkeypatch):
    """Control: the comparison must fail where one character of the page is not the text's."""
    monkeypatch.setattr(
        "tests.whole_way.expected_text",
        lambda contents: expected_text(contents).replace("砖窑沟", "砖窑勾", 1),
    )
    outcome = run(TEXTS[:1], tmp_path)
    assert [fault.split(":")[1] for fault in outcome.faults] == [" text differs"] * 4
