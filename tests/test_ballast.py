from __future__ import annotations

import shutil

import pytest

from infodesk import ballast


def test_ballast_is_laid_in_once_and_let_go_once(tmp_path):
    journal = tmp_path / "journal.infodesk"
    assert ballast.lay_in(journal)
    path = ballast.ballast_of(journal)
    assert path.stat().st_size == ballast.BALLAST_BYTES
    made = path.stat().st_mtime_ns
    assert ballast.lay_in(journal)
    assert path.stat().st_mtime_ns == made
    assert ballast.let_go(journal)
    assert not ballast.let_go(journal)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("free", [0, ballast.BALLAST_BYTES])
def test_ballast_is_not_what_fills_the_disk(tmp_path, monkeypatch, free):
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=free))
    assert not ballast.lay_in(tmp_path / "journal.infodesk")
    assert list(tmp_path.iterdir()) == []


def test_half_a_ballast_is_made_whole(tmp_path):
    journal = tmp_path / "journal.infodesk"
    ballast.ballast_of(journal).write_bytes(b"half")
    assert ballast.lay_in(journal)
    assert ballast.ballast_of(journal).stat().st_size == ballast.BALLAST_BYTES
