"""One bit of a journal flipped, again and again: what a user would read differently is reported.

A full look (``infodesk journal check``) is asked of a plain journal and of an encrypted one.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter

from infodesk.core.errors import InfodeskError
from infodesk.core.recovery_code import new_code
from infodesk.storage import engine, key_slots, keychain
from infodesk.storage.connecting import require_ours
from infodesk.storage.conversion import turn_on
from infodesk.storage.database import open_as_is
from infodesk.storage.journal_check import check
from infodesk.storage.journal_key import new_key
from infodesk.storage.row_hashes import HASHED
from tests.faults.recording import saver_journal

NUMBERS = 30
HARMLESS, REPORTED, UNSEEN = "changes nothing", "reported", "unseen"


def journals(folder, batches):
    """Return a plain journal and an encrypted copy of it, both closed."""
    work = folder / "work"
    work.mkdir(parents=True)
    plain = saver_journal(work, batches, NUMBERS)
    sealed = folder / "sealed" / plain.name
    sealed.parent.mkdir()
    shutil.copyfile(plain, sealed)
    key = new_key()
    keychain.keep(key)
    turn_on(sealed, key, key_slots.for_key(key, "a good passphrase", new_code()))
    return {"plain": plain, "encrypted": sealed}


def contents(path):
    """Return what a user would read of a journal, or None where it cannot be read."""
    try:
        journal = open_as_is(path)
    except InfodeskError:
        return None
    try:
        return {table: journal.query(f'SELECT * FROM "{table}"') for table in HASHED}
    except (InfodeskError, engine.sqlite.Error, UnicodeDecodeError):
        return None
    finally:
        journal.close()


def flips(path, count, seed):
    """Flip bits of a journal; return how many changed nothing, were reported, went unseen."""
    require_ours(path)
    chance = random.Random(seed)
    whole = path.read_bytes()
    before = contents(path)
    seen = Counter()
    for _ in range(count):
        place = chance.randrange(len(whole))
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        sound = check(path, full=True).sound
        if not sound:
            seen[REPORTED] += 1
        else:
            seen[HARMLESS if contents(path) == before else UNSEEN] += 1
    path.write_bytes(whole)
    return seen
