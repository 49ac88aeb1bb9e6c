from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.storage.instance_lock import hold

HOLDER = """
import sys
from pathlib import Path
from infodesk.storage.instance_lock import hold
lock = hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_the_second_window_learns_who_holds_the_journal(path):
    lock = hold(path)
    with pytest.raises(InfodeskError) as caught:
        hold(path)
    assert caught.value.code is Code.JOURNAL_IN_USE
    assert str(os.getpid()) in caught.value.params["holder"]
    lock.release()
    lock.release()
    hold(path).release()


def test_a_killed_holder_lets_go(path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(InfodeskError) as caught:
            hold(path)
        assert str(holder.pid) in caught.value.params["holder"]
        holder.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        holder.wait()
    hold(path).release()


def test_a_journal_in_no_folder_cannot_be_held(tmp_path):
    with pytest.raises(InfodeskError) as caught:
        hold(tmp_path / "none" / "journal.infodesk")
    assert caught.value.code is Code.JOURNAL_DISK_FAILS
