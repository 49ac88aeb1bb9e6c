"""Turns a journal's encryption on or off, and is cut short at one of its steps.

Started with the journal and the order to work in (``on``, ``off``, or one of the careless orders).
Each line of its input is the number of a step: a child works, and is gone right before that call
into the system or into SQLite. With a folder behind the number, the file system mounted there loses
its power at the same moment. It answers ``cut``, or ``ended`` and how many steps the whole takes.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from pathlib import Path

from infodesk.storage import conversion, key_slots
from infodesk.storage.journal_key import JournalKey

STEPS = frozenset(
    {"execute", "fsync", "replace", "rename", "link", "unlink", "open", "write", "close", "flush"}
)
SHUTDOWN = 0x8004587D
"""``EXT4_IOC_SHUTDOWN``; the flag 2 throws away what is not yet in the file system's log."""

KEY = JournalKey(b"faultkey", bytes(range(32)))
PASSPHRASE = "a good passphrase"
CODE = "2222A-3333B"

QUICK = key_slots.Cost(memory_kib=32, passes=1)


def on(path):
    """Work as the program does."""
    conversion.turn_on(path, KEY, key_slots.for_key(KEY, PASSPHRASE, CODE))


def off(path):
    """Work as the program does."""
    conversion.turn_off(path, KEY)


def keys_last(path):
    """Put the encrypted journal in place before its key file is written."""
    with conversion._Converted(path, None, KEY, lambda *_: None) as put_in_place:
        put_in_place()
        key_slots.write(path, key_slots.for_key(KEY, PASSPHRASE, CODE))


def keys_first(path):
    """Remove the key file before the plain journal is in place."""
    with conversion._Converted(path, KEY, None, lambda *_: None) as put_in_place:
        key_slots.beside(path).unlink()
        put_in_place()


def log_left(path):
    """Leave the plain journal's log beside the encrypted journal."""
    conversion._hold_alone = lambda _source, _path: None
    on(path)


def in_place(path):
    """Write the encrypted bytes over the plain ones."""
    with conversion._Converted(path, None, KEY, lambda *_: None) as _:
        key_slots.write(path, key_slots.for_key(KEY, PASSPHRASE, CODE))
        from infodesk.storage.leftovers import new_file

        with path.open("wb") as stream:
            stream.write(new_file(path).read_bytes())


ORDERS = {work.__name__: work for work in (on, off, keys_last, keys_first, log_left, in_place)}


def cut_at(step, folder):
    """Be gone at a step; return what tells how many were taken."""
    taken = 0
    handle = os.open(folder, os.O_RDONLY) if folder else -1

    def watch(_frame, event, called):
        nonlocal taken
        if event != "c_call" or called.__name__ not in STEPS:
            return
        if taken == step:
            if folder:
                import fcntl

                fcntl.ioctl(handle, SHUTDOWN, struct.pack("I", 2))
            os._exit(9)
        taken += 1

    sys.setprofile(watch)
    return lambda: taken


def work(path, order, step, folder):
    """Work until a step, or to the end."""
    taken = cut_at(step, folder)
    ORDERS[order](path)
    sys.setprofile(None)
    os.write(1, f"ended {taken()}\n".encode())
    os._exit(0)


def cut_short(path, order, step, folder):
    """Let a child work until a step; return its exit code."""
    if not hasattr(os, "fork"):
        words = [sys.executable, __file__, str(path), order, str(step), folder]
        return subprocess.run(words, check=False).returncode
    child = os.fork()
    if not child:
        work(path, order, step, folder)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main(path, order):
    """Serve steps until the input ends."""
    key_slots.COST = QUICK
    for line in sys.stdin:
        step, _, folder = line.strip().partition(" ")
        code = cut_short(path, order, int(step), folder)
        if code:
            os.write(1, b"cut\n" if code == 9 else b"failed\n")


if __name__ == "__main__":
    if len(sys.argv) > 3:
        work(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4])
    main(Path(sys.argv[1]), sys.argv[2])
