"""Clerks that are killed or cut off, and what is looked at afterwards."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import zipfile
from collections import Counter
from pathlib import Path

import infodesk
from infodesk.core.batches import Direction
from infodesk.core.bulletins import IssueState
from infodesk.core.errors import InfodeskError
from infodesk.core.items import ItemFilter, ItemState
from infodesk.core.recovery_code import new_code
from infodesk.exchange.incoming import read_batch
from infodesk.storage import key_slots, keychain
from infodesk.storage.conversion import turn_on
from infodesk.storage.journal_import import read_manifest, verified_lines
from tests.faults import saver

SAVER = Path(saver.__file__)

MEAN_ACTS = 6
"""Mean number of acts a clerk tells of before her end is decided on."""

MEAN_SECONDS = 0.006
"""Mean time from then to her end; one of her acts takes about as long."""

JOURNAL_KILLS = 100
"""Kills one journal sees: each is followed by a look at everything it holds."""


class Clerks:
    """The program whose clerks are stopped; it is started anew where it is killed itself."""

    def __init__(self, path, how):
        self.command = [sys.executable, str(SAVER), str(path), how]
        root = str(Path(infodesk.__file__).parents[1])
        self.environment = os.environ | {"PYTHONPATH": root}
        self.program = None

    def stopped_some_time(self, chance, stop):
        """Let a clerk write, stop her; return the last number told of each thing.

        How often each was told stands under its name in the plural.

        She is let do some acts first, so that she does as many on a busy machine.

        Args:
            chance: decides when.
            stop: is given her process, and ends it.
        """
        acts = int(chance.expovariate(1 / MEAN_ACTS))
        seconds = chance.expovariate(1 / MEAN_SECONDS)
        if self.program is None or self.program.poll() is not None:
            self.close()
            self.program = subprocess.Popen(
                self.command,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        self.program.stdin.write("next\n")
        self.program.stdin.flush()
        told = Counter()
        stopper = None
        for lines, line in enumerate(self.program.stdout, start=1):
            what, number = line.split()
            if what == "gone":
                break
            told[what] = max(told[what], int(number))
            told[f"{what}s"] += 1
            # Beside her process and her being ready.
            is_due = told["pid"] and "ready" in told and lines >= acts + 2
            if is_due and stopper is None:
                stopper = threading.Timer(seconds, stop, [told["pid"]])
                stopper.start()
        assert stopper is not None, "the clerk never began"
        stopper.join()
        return told

    def close(self):
        if self.program is not None:
            self.program.stdin.close()
            self.program.wait()
            self.program.stdout.close()
            self.program = None


def kill(pid):
    os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))


def faults(path, told):
    """Open the journal after a stop; return what it lost or left half done."""
    try:
        office = saver.Office(path)
    except (InfodeskError, OSError) as error:
        return [f"not opened: {error}"]
    try:
        found = {
            **drafts(office, told),
            **issues(office, told),
            **sent(office, told),
            **received(office, told),
            **copies(office, told),
            "journal damaged": office.journal.row("PRAGMA quick_check(1)") != ("ok",),
        }
    finally:
        office.journal.close()
    return sorted(name for name, is_so in found.items() if is_so)


def drafts(office, told):
    item = office.items.get("1")
    number = int(item.content.title)
    versions = office.items.revisions(item.id)
    return {
        "draft lost": number < told["draft"],
        "draft torn": item.content != saver.text(number),
        "version lost": len(versions) < told["version"],
        "version torn": any(v.content.sha256() != v.sha256 for v in versions),
    }


def issues(office, told):
    every = office.bulletins.issues()
    signed = [issue for issue in every if issue.state is IssueState.SIGNED]
    printed = office.items.count(ItemFilter(states=frozenset({ItemState.ISSUED})))
    return {
        "issue lost": len(signed) < told["issue"],
        "issue torn": printed != len(signed)
        or [issue.number for issue in signed] != list(range(len(signed), 0, -1))
        or office.bulletins.get_series("x").next_number != len(signed) + 1,
    }


def sent(office, told):
    """Every recorded batch stands whole under its name; no file under such a name is half."""
    recorded = {batch.path for batch in office.batches.batches(Direction.SENT)}
    there = set((office.folder / saver.OUTBOX).glob("*.idb"))
    last = office.folder / saver.OUTBOX / f"{told['export']}.idb"
    states = frozenset({ItemState.SENT})
    return {
        "export lost": bool(told["export"]) and last not in recorded,
        "export missing": not recorded <= there,
        "export damaged": not all(map(is_batch, there)),
        "export torn": office.items.count(ItemFilter(states=states)) != len(recorded),
    }


def is_batch(path):
    try:
        return len(read_batch(path).items) == 1
    except InfodeskError:
        return False


def received(office, told):
    batches = office.batches.batches(Direction.RECEIVED)
    entries = [
        entry for batch in batches for entry in office.batches.entries(batch.id, Direction.RECEIVED)
    ]
    (items,) = office.journal.row("SELECT count(*) FROM items WHERE source = 'batch'")
    return {
        "import lost": len(batches) < told["import"],
        "import torn": not len(entries) == items == len(batches) * saver.ITEMS_A_BATCH,
    }


def copies(office, told):
    """Every backup and the export, once they have their names, are whole."""
    backups = office.shelf.backups()
    export = office.folder / saver.EXPORT
    return {
        "backup lost": min(len(backups), int(office.settings.get("backups"))) < told["backup"],
        "backup damaged": not all(is_backup(office, backup.path) for backup in backups[:2]),
        "journal export lost": bool(told["journal-export"]) and not export.exists(),
        "journal export damaged": export.exists() and not is_export(export),
    }


def is_backup(office, path):
    try:
        office.shelf.look(path, 1)
    except InfodeskError:
        return False
    return True


def is_export(path):
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = read_manifest(archive, path)
            for table in manifest.tables:
                for _ in verified_lines(archive, manifest, table, path):
                    pass
    except (InfodeskError, zipfile.BadZipFile):
        return False
    return True


def inbox(folder):
    """Return a folder of batches from another office, made once."""
    made = folder / saver.INBOX
    if not made.exists():
        made.mkdir(parents=True)
        other = folder / "other"
        other.mkdir()
        office = saver.Office(other / "journal.infodesk")
        office.send_many(made)
        office.journal.close()
    return made


def founded(folder, batches, how):
    """Return a new journal in a folder, ready for the clerks, with an inbox of batches."""
    folder.mkdir(exist_ok=True)
    path = folder / "journal.infodesk"
    office = saver.Office(path)
    office.found()
    office.journal.close()
    if how == "sealed":
        key = saver.SEALED_KEY
        keychain.keep(key)
        turn_on(path, key, key_slots.for_key(key, "a good passphrase", new_code()))
    shutil.copytree(batches, folder / saver.INBOX)
    return path


def kills(folder, how, count, seed):
    """Kill clerks; yield what each of them had been told and what was lost of it."""
    chance = random.Random(seed)
    batches = inbox(folder / "batches")
    for start in range(0, count, JOURNAL_KILLS):
        path = founded(folder / str(start), batches, how)
        clerks = Clerks(path, how)
        try:
            for _ in range(min(JOURNAL_KILLS, count - start)):
                told = clerks.stopped_some_time(chance, kill)
                yield told, faults(path, told)
        finally:
            clerks.close()
        shutil.rmtree(path.parent)
