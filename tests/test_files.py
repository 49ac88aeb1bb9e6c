from __future__ import annotations

import os
import time

import pytest

from infodesk import files


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "示范信息第5期.docx"
    for data in (b"old", b"", bytes(range(256)) * 1000):
        files.write_atomic(path, data)
        assert path.read_bytes() == data
        assert names(tmp_path) == [path.name]


def test_a_name_may_be_as_long_as_names_may_be(tmp_path):
    path = tmp_path / ("长" * 83 + ".docx")
    files.write_atomic(path, b"data")
    assert names(tmp_path) == [path.name]


@pytest.mark.parametrize("step", ["fsync", "replace", "read back"])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "a.pdf"
    files.write_atomic(path, b"old")

    def fails(*_):
        raise OSError(28, "no room")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fails)
    elif step == "replace":
        monkeypatch.setattr(type(path), "replace", fails)
    else:
        monkeypatch.setattr(type(path), "read_bytes", lambda _: b"other")
    with pytest.raises(OSError, match=r"no room|read back"):
        files.write_atomic(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


def test_every_byte_is_flushed_before_the_file_gets_its_name(tmp_path, monkeypatch):
    steps = []
    replace = type(tmp_path).replace
    monkeypatch.setattr(os, "fsync", lambda _: steps.append("fsync"))
    monkeypatch.setattr(
        type(tmp_path), "replace", lambda *pair: (steps.append("replace"), replace(*pair))
    )
    files.write_atomic(tmp_path / "a", b"x")
    assert steps == ["fsync", "replace"] + ["fsync"] * (os.name != "nt")


def test_a_folder_in_the_way_is_an_error(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="a"):
        files.write_atomic(tmp_path / "a", b"x")
    assert names(tmp_path) == ["a"]


def test_only_old_left_overs_are_swept(tmp_path):
    old, young = (tmp_path / f".{name}{files.PART_SUFFIX}" for name in ("old", "young"))
    others = tmp_path / ".theirs.part"
    for file in (old, young, others):
        file.write_bytes(b"x")
    long_ago = time.time() - files.LEFT_OVER_SECONDS - 60
    for file in (old, others):
        os.utime(file, (long_ago, long_ago))
    assert files.sweep(tmp_path) == 1
    assert names(tmp_path) == sorted([young.name, others.name])
