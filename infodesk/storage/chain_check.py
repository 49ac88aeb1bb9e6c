"""Following the audit chain: the first broken link, and acts that it does not bear out."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from infodesk.core.audit import AuditAction, AuditEntry, Fault, digest, first_break
from infodesk.core.journal_check import ChainReport, Damage, DamageKind
from infodesk.storage.audit_store import SqliteAuditStore, recorded_hash
from infodesk.storage.journal import Journal

_BREAKS = {
    Fault.MISSING: DamageKind.LINK_MISSING,
    Fault.CHANGED: DamageKind.LINK_CHANGED,
    Fault.UNLINKED: DamageKind.LINK_UNLINKED,
}

_ITEM_ACTS = "('approve', 'withdraw-approval', 'hold', 'release', 'return')"

_ISSUE_ACTION = "CASE t.act WHEN 'sign' THEN 'sign' ELSE 'withdraw-issue' END"

_BATCH_ACTION = "CASE t.direction WHEN 'sent' THEN 'send' ELSE 'receive' END"


@dataclass(frozen=True, slots=True)
class _Acts:
    """A table of acts ``t``, and what ties an act to its entry ``a``.

    Attributes:
        rows: the table, with the items ``i`` its acts are of.
        counter: what it counts by.
        meant: which of its acts belong on the chain.
        tie: when an entry is that of an act.
        actions: which entries are those of the table.
    """

    rows: str
    counter: str
    meant: str
    tie: str
    actions: str

    @property
    def item(self) -> str:
        """The id of the item an act is of, as SQL."""
        return "i.id" if " i " in self.rows else "''"


_ACTS = {
    "approvals": _Acts(
        "approvals t JOIN items i ON i.serial = t.item",
        "t.id",
        "1",
        """a.subject = i.id AND a.action = 'approve' AND a.version = t.revision
        AND a.sha256 = t.sha256 AND a.actor = t.who""",
        "('approve')",
    ),
    "item_acts": _Acts(
        "item_acts t JOIN items i ON i.serial = t.item",
        "t.id",
        f"t.act IN {_ITEM_ACTS}",
        "a.subject = i.id AND a.action = t.act AND a.actor = t.who AND a.at = t.at",
        _ITEM_ACTS,
    ),
    "issue_acts": _Acts(
        "issue_acts t",
        "t.id",
        "1",
        f"""a.subject = CAST(t.issue AS TEXT) AND a.action = {_ISSUE_ACTION}
        AND a.actor = t.who AND a.at = t.at""",
        "('sign', 'withdraw-issue')",
    ),
    "redactions": _Acts(
        "redactions t JOIN items i ON i.serial = t.item",
        "t.id",
        "1",
        """a.subject = i.id AND a.action = 'redact' AND a.sha256 = t.sha256
        AND a.actor = t.who AND a.at = t.at""",
        "('redact')",
    ),
    "batches": _Acts(
        "batches t",
        "t.number",
        "1",
        f"""a.subject = t.id AND a.action = {_BATCH_ACTION} AND a.sha256 = t.digest
        AND a.actor = t.who AND a.at = t.at""",
        "('send', 'receive')",
    ),
}


def verify(journal: Journal) -> ChainReport:
    """Follow the chain from its first entry, and hold the recorded acts against it."""
    entries = list(SqliteAuditStore(journal).chain())
    broken = first_break(entries)
    damages: list[Damage] = []
    if broken is not None:
        damages.append(Damage(_BREAKS[broken.fault], "audit", str(broken.n)))
    begun = _begun(entries)
    if begun and recorded_hash(journal, begun) != entries[0].sha256:
        damages.append(Damage(DamageKind.BEFORE_CHAIN, "audit", "1"))
    for table in filter(partial(has, journal), _ACTS):
        damages += _unpaired(journal, table, begun.get(table, 0))
    damages += _changed_reasons(journal)
    damages += _changed_issues(journal)
    return ChainReport(len(entries), entries[-1] if entries else None, tuple(damages))


def has(journal: Journal, table: str) -> bool:
    """Tell whether a journal has a table; one of an older program lacks the newer ones."""
    return journal.row("SELECT 1 FROM sqlite_master WHERE name = ?", table) is not None


def _begun(entries: list[AuditEntry]) -> dict[str, int]:
    """Return how far the tables had counted when the chain began."""
    if not entries or entries[0].action != AuditAction.BEGIN:
        return {}
    try:
        found = json.loads(entries[0].detail)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _unpaired(journal: Journal, table: str, before: int) -> Iterator[Damage]:
    acts = _ACTS[table]
    for row, item_id in journal.query(
        f"""SELECT {acts.counter}, {acts.item} FROM {acts.rows}
        WHERE {acts.counter} > ? AND {acts.meant}
        AND NOT EXISTS (SELECT 1 FROM audit a WHERE {acts.tie}) ORDER BY 1""",
        before,
    ):
        yield Damage(DamageKind.ACT_UNCHAINED, table, str(row), item_id)
    for n, subject in journal.query(
        f"""SELECT a.n, a.subject FROM audit a WHERE a.action IN {acts.actions}
        AND NOT EXISTS (SELECT 1 FROM {acts.rows} WHERE {acts.tie}) ORDER BY 1"""
    ):
        yield Damage(DamageKind.ACT_MISSING, table, str(n), subject if "i.id" in acts.item else "")


def _changed_reasons(journal: Journal) -> Iterator[Damage]:
    """Yield the acts whose reason is not the one whose hash is on the chain, nor was redacted."""
    redacted = "SELECT item FROM redactions" if has(journal, "redactions") else "SELECT 0"
    for row, item_id, reason, detail in journal.query(
        f"""SELECT t.id, i.id, t.reason, a.detail FROM item_acts t JOIN items i ON i.serial = t.item
        JOIN audit a ON a.subject = i.id AND a.action = t.act AND a.actor = t.who AND a.at = t.at
        WHERE t.item NOT IN ({redacted}) ORDER BY t.id"""
    ):
        said = hashlib.sha256(reason.encode()).hexdigest() if reason else None
        if f'"reason_sha256":"{said}"' not in detail and (said or "reason_sha256" in detail):
            yield Damage(DamageKind.REASON_CHANGED, "item_acts", str(row), item_id)


def _changed_issues(journal: Journal) -> Iterator[Damage]:
    """Yield the signed issues that hold other texts than those that were signed.

    Hashes are taken from the approvals, which a redaction leaves as they were.
    """
    printed: defaultdict[str, list[list[object]]] = defaultdict(list)
    for issue, *place in journal.query(
        """SELECT CAST(p.issue AS TEXT), i.id, p.revision, (SELECT ap.sha256 FROM approvals ap
            WHERE ap.item = p.item AND ap.revision = p.revision ORDER BY ap.id DESC LIMIT 1)
        FROM issue_items p JOIN items i ON i.serial = p.item ORDER BY p.issue, p.place"""
    ):
        printed[issue].append(place)
    for subject, sha256 in journal.query(
        "SELECT subject, sha256 FROM audit WHERE action = 'sign' ORDER BY n"
    ):
        if digest(printed[subject]) != sha256:
            yield Damage(DamageKind.ISSUE_CHANGED, "issue_items", subject)
