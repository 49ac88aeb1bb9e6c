"""Bad input is answered by one clear sentence and the documented exit code, the journal whole."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from infodesk.core.items import ItemFilter
from infodesk.workspace import Workspace, read_file

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2
"""Numbers of Linux's prctl(2) and capabilities(7)."""

HAN = re.compile("[\u4e00-\u9fff]")
GOOD = (
    "示范县一条信息\n11月22日，示范县召开会议。县委部署三项工作。截至当日，三项工作已全部落实。\n"
)

BAD = {
    "empty.txt": (b"", 3),
    "blank.txt": ("\ufeff \r\n\t\u3000\n".encode(), 3),
    "long.txt": (("示范县的情况。" * 28_572).encode(), 3),
    "nul.txt": ("示范县\0的情况。".encode(), 3),
    "gb-errors.txt": ("示范县的情况。".encode("gb18030") + b"\x81\xff\xff" + b"\x80", 3),
    "surrogates.txt": (b"\xe7\xa4\xba\xed\xa0\x80\xed\xb0\x80\xff\xe7\xa4\xba", 3),
    "not-one.docx": (GOOD.encode(), 3),
    "half.docx": (b"PK\x03\x04" + b"\0" * 300, 3),
    "unknown.xyz": (b"\x00\x01\x02\x03", 2),
}


def infodesk(
    *arguments: object, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "infodesk", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=Path(__file__).parents[2],
        preexec_fn=before,
    )


def bound_by_permissions() -> None:
    """Make permissions bind the next program even where root starts it, as they bind a clerk."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for power in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            libc.prctl(PR_CAPBSET_DROP, power, 0, 0, 0)


@pytest.fixture
def journal(tmp_path):
    """Return a journal that holds one item."""
    text = tmp_path / "good.txt"
    text.write_text(GOOD, encoding="utf-8")
    path = tmp_path / "journal.infodesk"
    with Workspace(path) as workspace:
        workspace.items.add(read_file(text)[0])
    return path


def holds_one_item(journal: Path) -> bool:
    """Whether the journal opens and holds what it held."""
    with Workspace(journal) as workspace:
        rows = workspace.items.rows(ItemFilter())
    return [row.title for row in rows] == ["示范县一条信息"]


def is_one_sentence(text: str, language: str) -> bool:
    """Whether a text is one line in one language."""
    return len(text.splitlines()) == 1 and bool(HAN.search(text)) == (language == "zh")


CHECK_READS_THEM = {"long.txt", "nul.txt"}
"""What the journal refuses and a check may still read."""

CASES = [("add", name) for name in BAD]
CASES += [("check", name) for name in BAD if name not in CHECK_READS_THEM]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("command", "name"), CASES)
def test_a_bad_file_is_refused_in_one_sentence(name, command, language, journal, tmp_path):
    data, code = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    where = ["--journal", journal] if command == "add" else []
    done = infodesk(command, path, *where, "--lang", language)
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    said = done.stderr.removeprefix(f"{path}: ")
    assert is_one_sentence(said, language), done.stderr
    assert holds_one_item(journal)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", ["add", "check"])
def test_a_missing_file_is_wrong_use(command, language, tmp_path, journal):
    where = ["--journal", journal] if command == "add" else []
    done = infodesk(command, tmp_path / "none.txt", *where, "--lang", language)
    assert done.returncode == 2
    assert is_one_sentence(done.stderr.replace("none.txt", ""), language)
    assert holds_one_item(journal)


def test_a_folder_is_no_text(tmp_path, journal):
    done = infodesk("add", tmp_path, "--journal", journal)
    assert done.returncode == 2
    assert is_one_sentence(done.stderr, "zh")
    assert holds_one_item(journal)


def test_one_bad_file_does_not_keep_the_others_out(tmp_path, journal):
    for name, text in (("a.txt", GOOD), ("b.txt", ""), ("c.txt", GOOD)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    done = infodesk("add", *files, "--journal", journal)
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 2
    assert is_one_sentence(done.stderr, "zh")
    with Workspace(journal) as workspace:
        assert workspace.items.count(ItemFilter()) == 3


def test_invisible_characters_are_taken_out_and_the_user_is_told(tmp_path, journal):
    path = tmp_path / "hidden.txt"
    path.write_text(
        "示\u200b范县\u202e一条信息\n11月22日，\u2066示范县召开会议\u2069。\n", encoding="utf-8"
    )
    done = infodesk("add", path, "--journal", journal)
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == 2
    assert all(
        str(count) in line for count, line in zip((1, 3), done.stderr.splitlines(), strict=True)
    )
    with Workspace(journal) as workspace:
        content = workspace.items.get(done.stdout.strip()).content
    assert content.title == "示范县一条信息"
    assert content.body == "11月22日，示范县召开会议。"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for a process's files")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_full_disk_is_said_and_leaves_the_journal_whole(language, tmp_path, journal):
    import resource

    path = tmp_path / "large.txt"
    path.write_text("示范县的一条信息\n" + "示范县召开会议部署工作。" * 8_000, encoding="utf-8")
    # The log has room for half of the text, which is written to it once.
    size = path.stat().st_size // 2
    with Workspace(journal):
        # A limit on the size of any file is what a full disk looks like from inside.
        done = infodesk(
            *("add", path, "--journal", journal, "--lang", language),
            before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        )
    assert done.returncode == 4, done.stderr
    assert is_one_sentence(done.stderr.replace(str(path), ""), language), done.stderr
    assert holds_one_item(journal)


@pytest.fixture
def open_folder():
    """Return a folder that any user may enter, unlike the one tests are given."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ignores a folder's write permission")
def test_a_read_only_folder_is_said_and_leaves_the_journal_whole(open_folder, journal):
    shutil.copy(journal, open_folder / "journal.infodesk")
    text = open_folder / "good.txt"
    text.write_text(GOOD, encoding="utf-8")
    (open_folder / "journal.infodesk").chmod(0o444)
    open_folder.chmod(0o555)
    done = infodesk(
        *("add", text, "--journal", open_folder / "journal.infodesk"),
        before=bound_by_permissions,
    )
    open_folder.chmod(0o755)
    assert done.returncode == 4, done.stderr
    assert is_one_sentence(done.stderr, "zh"), done.stderr
    (open_folder / "journal.infodesk").chmod(0o644)
    assert holds_one_item(open_folder / "journal.infodesk")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ignores a folder's write permission")
def test_an_export_into_a_read_only_folder_is_refused(open_folder, tmp_path):
    with Workspace(open_folder / "journal.infodesk") as workspace:
        item = workspace.items.add(read_file(_written(tmp_path / "a.txt"))[0])
        workspace.items.approve(item.id, "科长", "试")
    for path in [open_folder, *open_folder.iterdir()]:
        path.chmod(0o777)
    closed = open_folder / "closed"
    closed.mkdir(mode=0o555)
    done = infodesk(
        *("batch", "export", "1", "--to", closed, "--journal", open_folder / "journal.infodesk"),
        before=bound_by_permissions,
    )
    assert done.returncode == 4, done.stderr
    assert is_one_sentence(done.stderr, "zh"), done.stderr
    with Workspace(open_folder / "journal.infodesk") as workspace:
        assert workspace.items.get("1").sent_at is None
    assert list(closed.iterdir()) == []


def _written(path: Path) -> Path:
    path.write_text(GOOD, encoding="utf-8")
    return path
