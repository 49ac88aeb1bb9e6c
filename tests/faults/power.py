"""Real power cuts of the whole program, where root and loop devices are to be had.

A file system in a file is mounted, the program works on it, and the kernel shuts the file system
down without writing anything more (``EXT4_IOC_SHUTDOWN``, as xfstests' *godown* does); mounted
again, it is what a disk holds after the plug was pulled. The clerk is stopped first: a flush under
way during the cut would come back as done although nothing was written.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests.faults.clerks import JOURNAL_KILLS, Clerks, faults, founded, inbox

SHUTDOWN, NO_LOG_FLUSH = 0x8004587D, 2
IMAGE_BYTES = 192 << 20
MEMORY = Path("/dev/shm")


class Disk:
    """A file system in a file, mounted."""

    def __init__(self, folder):
        holder = MEMORY if MEMORY.is_dir() else folder
        handle, name = tempfile.mkstemp(suffix=".ext4", dir=holder)
        os.truncate(handle, IMAGE_BYTES)
        os.close(handle)
        self.image = Path(name)
        self.root = folder / "disk"
        self.root.mkdir()
        run("mkfs.ext4", "-q", "-F", name)
        self.mount()

    def mount(self):
        run("mount", "-o", "loop", str(self.image), str(self.root))

    def cut(self, pid):
        """Stop a process, cut the power, and end the process."""
        os.kill(pid, signal.SIGSTOP)
        stat = Path(f"/proc/{pid}/stat")
        while stat.read_text().rpartition(")")[2].split()[0] != "T":
            time.sleep(0.0005)
        handle = os.open(self.root, os.O_RDONLY)
        try:
            import fcntl

            fcntl.ioctl(handle, SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
        finally:
            os.close(handle)
        os.kill(pid, signal.SIGKILL)

    def plug_in(self):
        """Mount what the cut has left."""
        run("umount", str(self.root))
        self.mount()

    def remove(self):
        subprocess.run(["umount", str(self.root)], check=False, capture_output=True)
        self.image.unlink(missing_ok=True)


def run(*command):
    subprocess.run(command, check=True, capture_output=True)


@contextmanager
def disk():
    """Give a mounted disk, removed at the end."""
    with tempfile.TemporaryDirectory() as folder:
        made = Disk(Path(folder))
        try:
            yield made
        finally:
            made.remove()


@cache
def is_possible():
    """Tell whether power can be cut here: Linux, root, a loop device, ext4."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mkfs.ext4"):
        return False
    try:
        with disk():
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def cuts(how, count, seed):
    """Cut clerks off; yield what each of them had been told and what was lost of it."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        batches = inbox(Path(folder))
        for start in range(0, count, JOURNAL_KILLS):
            with disk() as given:
                path = founded(given.root, batches, how)
                os.sync()
                clerks = Clerks(path, how)
                try:
                    for _ in range(min(JOURNAL_KILLS, count - start)):
                        told = clerks.stopped_some_time(chance, given.cut)
                        given.plug_in()
                        yield told, faults(path, told)
                finally:
                    clerks.close()
