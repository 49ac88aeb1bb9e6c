"""The shape of the journal, step by step.

Append-only: a step that was released is never changed, and none imports from the rest of
infodesk, so that an old journal is read the same way for ever. A new table or column is a new
function at the end; ``database.open_journal`` copies the file before it applies one.
"""

from __future__ import annotations

from infodesk.storage import exchange_shape, search_shape
from infodesk.storage.engine import empty_database

# isort: split
# After our engine, which it is given there.
from sqlite_utils import Database, Migrations

SET = "journal"

TABLE = "_sqlite_migrations"
"""Where sqlite-utils notes the steps a journal has taken."""

journal = Migrations(SET)


def known() -> frozenset[str]:
    """Return the names of every step this program knows."""
    return frozenset(step.name for step in journal.pending(empty_database()))


def _send(db: Database, script: str) -> None:
    for statement in script.split(";;"):
        if statement.strip():
            db.execute(statement)


@journal()
def items_0001(db: Database) -> None:
    """Items, their working texts, versions, approvals and history."""
    _send(
        db,
        """
        CREATE TABLE items (
            serial INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            rev INTEGER NOT NULL,
            title TEXT NOT NULL,
            kind TEXT NOT NULL,
            unit TEXT NOT NULL,
            author TEXT NOT NULL,
            source TEXT NOT NULL,
            origin TEXT NOT NULL,
            state TEXT NOT NULL,
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            issued_at TEXT,
            sent_at TEXT,
            discarded_at TEXT,
            characters INTEGER NOT NULL,
            open_musts INTEGER NOT NULL DEFAULT 0,
            section_states TEXT NOT NULL DEFAULT '{}'
        ) STRICT;;
        CREATE INDEX items_by_state ON items(state);;
        CREATE INDEX items_by_unit ON items(unit);;
        CREATE TABLE drafts (
            item INTEGER PRIMARY KEY REFERENCES items(serial),
            parts TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT;;
        CREATE TABLE revisions (
            item INTEGER NOT NULL REFERENCES items(serial),
            number INTEGER NOT NULL,
            title TEXT NOT NULL,
            parts TEXT NOT NULL,
            body TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            reason TEXT NOT NULL,
            UNIQUE (item, number)
        ) STRICT;;
        CREATE TABLE approvals (
            id INTEGER PRIMARY KEY,
            item INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            who TEXT NOT NULL CHECK (who <> ''),
            at TEXT NOT NULL,
            despite TEXT NOT NULL,
            FOREIGN KEY (item, revision) REFERENCES revisions(item, number)
        ) STRICT;;
        CREATE INDEX approvals_by_item ON approvals(item, revision);;
        CREATE TABLE item_acts (
            id INTEGER PRIMARY KEY,
            item INTEGER NOT NULL REFERENCES items(serial),
            act TEXT NOT NULL,
            who TEXT NOT NULL,
            at TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;;
        CREATE INDEX item_acts_by_item ON item_acts(item);;
        """,
    )


@journal()
def issues_0002(db: Database) -> None:
    """Series, their issues, and the settings of the office."""
    _send(
        db,
        """
        CREATE TABLE series (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            issuer TEXT NOT NULL,
            masthead TEXT NOT NULL,
            number_year INTEGER NOT NULL,
            next_number INTEGER NOT NULL,
            next_total INTEGER NOT NULL,
            marking TEXT NOT NULL
        ) STRICT;;
        CREATE TABLE issues (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            series INTEGER NOT NULL REFERENCES series(id),
            state TEXT NOT NULL,
            rev INTEGER NOT NULL,
            created_at TEXT NOT NULL,
            year INTEGER NOT NULL,
            number INTEGER NOT NULL,
            total INTEGER NOT NULL,
            signed_on TEXT,
            signer TEXT NOT NULL,
            editor_note TEXT NOT NULL,
            withdrawn_because TEXT NOT NULL
        ) STRICT;;
        CREATE UNIQUE INDEX issues_by_number ON issues(series, year, number) WHERE number > 0;;
        CREATE UNIQUE INDEX issues_by_total ON issues(series, total) WHERE total > 0;;
        CREATE TABLE issue_items (
            issue INTEGER NOT NULL REFERENCES issues(id),
            place INTEGER NOT NULL,
            item INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            PRIMARY KEY (issue, place),
            UNIQUE (issue, item),
            FOREIGN KEY (item, revision) REFERENCES revisions(item, number)
        ) STRICT, WITHOUT ROWID;;
        CREATE INDEX issue_items_by_item ON issue_items(item, revision);;
        CREATE TABLE distribution (
            id INTEGER PRIMARY KEY,
            series INTEGER REFERENCES series(id),
            issue INTEGER REFERENCES issues(id),
            place INTEGER NOT NULL,
            way TEXT NOT NULL,
            name TEXT NOT NULL,
            copies INTEGER NOT NULL,
            CHECK ((series IS NULL) <> (issue IS NULL))
        ) STRICT;;
        CREATE INDEX distribution_by_series ON distribution(series);;
        CREATE INDEX distribution_by_issue ON distribution(issue);;
        CREATE TABLE issue_acts (
            id INTEGER PRIMARY KEY,
            issue INTEGER NOT NULL REFERENCES issues(id),
            act TEXT NOT NULL,
            who TEXT NOT NULL,
            at TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;;
        CREATE INDEX issue_acts_by_issue ON issue_acts(issue);;
        CREATE TABLE settings (
            key TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;;
        """,
    )


@journal()
def records_0003(db: Database) -> None:
    """What is on record stays on record: versions, approvals, acts, numbers, items."""
    for table in ("revisions", "approvals", "item_acts", "issue_acts"):
        for change in ("UPDATE", "DELETE"):
            db.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} are kept for good'); END"
            )
    _send(
        db,
        """
        CREATE TRIGGER items_no_delete BEFORE DELETE ON items
        BEGIN SELECT RAISE(ABORT, 'items are kept for good'); END;;
        CREATE TRIGGER issues_no_delete BEFORE DELETE ON issues WHEN OLD.state <> 'open'
        BEGIN SELECT RAISE(ABORT, 'numbered issues are kept for good'); END;;
        CREATE TRIGGER issues_keep_number BEFORE UPDATE ON issues
        WHEN OLD.state <> 'open' AND (
            (OLD.id, OLD.series, OLD.year, OLD.number, OLD.total, OLD.signed_on, OLD.signer)
            IS NOT (NEW.id, NEW.series, NEW.year, NEW.number, NEW.total, NEW.signed_on, NEW.signer)
            OR (OLD.state, NEW.state) NOT IN
                (VALUES ('signed', 'signed'), ('signed', 'withdrawn'), ('withdrawn', 'withdrawn'))
        )
        BEGIN SELECT RAISE(ABORT, 'a number stays with its issue'); END;;
        CREATE TRIGGER issue_items_no_update BEFORE UPDATE ON issue_items
        BEGIN SELECT RAISE(ABORT, 'places are replaced, not changed'); END;;
        CREATE TRIGGER issue_items_no_insert BEFORE INSERT ON issue_items
        WHEN (SELECT state FROM issues WHERE id = NEW.issue) <> 'open'
        BEGIN SELECT RAISE(ABORT, 'what was printed is kept for good'); END;;
        CREATE TRIGGER issue_items_no_delete BEFORE DELETE ON issue_items
        WHEN (SELECT state FROM issues WHERE id = OLD.issue) <> 'open'
        BEGIN SELECT RAISE(ABORT, 'what was printed is kept for good'); END;;
        """,
    )


@journal()
def batches_0004(db: Database) -> None:
    """Batches that went out and came in, and what became of each of their items."""
    _send(
        db,
        """
        CREATE TABLE batches (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            direction TEXT NOT NULL,
            status TEXT NOT NULL,
            digest TEXT NOT NULL,
            created_at TEXT NOT NULL,
            at TEXT NOT NULL,
            day TEXT NOT NULL,
            day_number INTEGER NOT NULL,
            who TEXT NOT NULL,
            from_station TEXT NOT NULL,
            from_name TEXT NOT NULL,
            to_station TEXT NOT NULL,
            to_name TEXT NOT NULL,
            path TEXT NOT NULL,
            UNIQUE (id, direction)
        ) STRICT;;
        CREATE UNIQUE INDEX batches_by_day ON batches(day, day_number) WHERE day_number > 0;;
        CREATE TABLE batch_entries (
            batch INTEGER NOT NULL REFERENCES batches(number),
            place INTEGER NOT NULL,
            item TEXT NOT NULL,
            title TEXT NOT NULL,
            status TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            approved_at TEXT,
            because TEXT,
            parts TEXT,
            body TEXT,
            PRIMARY KEY (batch, place)
        ) STRICT, WITHOUT ROWID;;
        CREATE INDEX batch_entries_by_item ON batch_entries(item);;
        """,
    )
    for table in ("batches", "batch_entries"):
        for change in ("UPDATE", "DELETE"):
            db.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} are kept for good'); END"
            )


@journal()
def audit_0005(db: Database) -> None:
    """The audit chain, and approvals that no text can do without."""
    _send(
        db,
        """
        CREATE TABLE audit (
            n INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            version INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            detail TEXT NOT NULL,
            prev TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;;
        CREATE INDEX audit_by_subject ON audit(subject);;
        CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'audit is kept for good'); END;;
        CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'audit is kept for good'); END;;
        CREATE TRIGGER audit_in_order BEFORE INSERT ON audit
        WHEN (NEW.n, NEW.prev) IS NOT (
            SELECT ifnull(max(n), 0) + 1,
                ifnull((SELECT hash FROM audit ORDER BY n DESC LIMIT 1), printf('%064d', 0))
            FROM audit
        )
        BEGIN SELECT RAISE(ABORT, 'an entry follows the newest one'); END;;
        CREATE TRIGGER approvals_of_versions BEFORE INSERT ON approvals
        WHEN NEW.sha256 IS NOT (
            SELECT sha256 FROM revisions WHERE item = NEW.item AND number = NEW.revision
        )
        BEGIN SELECT RAISE(ABORT, 'an approval is of its version''s text'); END;;
        CREATE TRIGGER items_approved BEFORE UPDATE OF state ON items
        WHEN NEW.state = 'approved' AND OLD.state IN ('draft', 'returned', 'held') AND NOT EXISTS (
            SELECT 1 FROM approvals a
            JOIN revisions r ON r.item = a.item AND r.number = a.revision AND r.sha256 = a.sha256
            JOIN drafts d ON d.item = a.item
            WHERE a.item = OLD.serial AND (r.title, r.parts, r.body) = (NEW.title, d.parts, d.body)
        )
        BEGIN SELECT RAISE(ABORT, 'this text has no approval'); END;;
        CREATE TRIGGER items_keep_approved BEFORE UPDATE OF title ON items
        WHEN OLD.title IS NOT NEW.title AND OLD.state IN ('approved', 'sent', 'issued')
        BEGIN SELECT RAISE(ABORT, 'an approved text is not edited'); END;;
        CREATE TRIGGER drafts_keep_approved BEFORE UPDATE OF parts, body ON drafts
        WHEN (OLD.parts, OLD.body) IS NOT (NEW.parts, NEW.body)
            AND (SELECT state FROM items WHERE serial = OLD.item) IN ('approved', 'sent', 'issued')
        BEGIN SELECT RAISE(ABORT, 'an approved text is not edited'); END;;
        CREATE TRIGGER issue_items_approved BEFORE INSERT ON issue_items
        WHEN NOT EXISTS (
            SELECT 1 FROM revisions r JOIN approvals a ON a.item = r.item AND a.sha256 = r.sha256
            WHERE r.item = NEW.item AND r.number = NEW.revision
        )
        BEGIN SELECT RAISE(ABORT, 'this text has no approval'); END;;
        CREATE TRIGGER batch_entries_approved BEFORE INSERT ON batch_entries
        WHEN NEW.status = 'sent' AND NOT EXISTS (
            SELECT 1 FROM items i JOIN approvals a ON a.item = i.serial
            WHERE i.id = NEW.item AND a.sha256 = NEW.sha256
        )
        BEGIN SELECT RAISE(ABORT, 'this text has no approval'); END;;
        """,
    )


@journal()
def row_hashes_0006(db: Database) -> None:
    """A hash on every row; records stay as they are but for it."""
    hashed = (
        *("items", "drafts", "revisions", "approvals", "item_acts", "series", "issues"),
        *("issue_items", "distribution", "issue_acts", "batches", "batch_entries", "settings"),
    )
    for table in hashed:
        db.execute(f"ALTER TABLE {table} ADD COLUMN row_sha TEXT")
    refused = {
        "issue_items": "places are replaced, not changed",
        **{
            table: f"{table} are kept for good"
            for table in ("revisions", "approvals", "item_acts", "issue_acts")
        },
        **{table: f"{table} are kept for good" for table in ("batches", "batch_entries")},
    }
    for table, words in refused.items():
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall()]
        columns.remove("row_sha")
        db.execute(f"DROP TRIGGER {table}_no_update")
        db.execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE OF {', '.join(columns)} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )


@journal()
def search_0007(db: Database) -> None:
    """The search index, what it holds under which key, and what it has yet to take in."""
    search_shape.make_search(db, _send)


@journal()
def lists_0008(db: Database) -> None:
    """What lists of any size walk along, and how many items stand where."""
    search_shape.make_lists(db, _send)


@journal()
def chains_0009(db: Database) -> None:
    """Which report a follow-up continues."""
    db.execute("ALTER TABLE items ADD COLUMN follows TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE INDEX items_following ON items(follows) WHERE follows <> ''")


@journal()
def drops_0010(db: Database) -> None:
    """What was sent to drops and seen in them; passwords, which no export holds."""
    _send(
        db,
        """
        CREATE TABLE drop_files (
            number INTEGER PRIMARY KEY,
            place TEXT NOT NULL,
            name TEXT NOT NULL,
            way TEXT NOT NULL,
            state TEXT NOT NULL,
            batch TEXT NOT NULL,
            mark TEXT NOT NULL,
            first_at TEXT NOT NULL,
            at TEXT NOT NULL,
            reason TEXT NOT NULL,
            row_sha TEXT,
            UNIQUE (place, name, way)
        ) STRICT;;
        CREATE TABLE secrets (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL,
            row_sha TEXT
        ) STRICT;;
        """,
    )


@journal()
def lists_0011(db: Database) -> None:
    """Indexes that hold all that lists ask: walking along one no longer reads the items."""
    columns = {
        "added": "serial, state, kind, unit",
        "changed": "updated_at, serial, state, kind, unit",
        "of_state": "state, serial, kind, unit",
        "of_kind": "kind, serial, state, unit",
        "of_unit": "unit, serial DESC, state, kind",
    }
    for name, listed in columns.items():
        db.execute(f"DROP INDEX items_{name}")
        db.execute(
            f"CREATE INDEX items_{name} ON items({listed}, discarded_at) WHERE discarded_at IS NULL"
        )


@journal()
def redactions_0012(db: Database) -> None:
    """Tombstones, and the one way past the refusals: only while a redaction is under way.

    A row of ``redacting`` opens it for one item; it takes a chain whose newest entry is that
    redaction, and is gone when the act is done.
    """
    under_way = "EXISTS (SELECT 1 FROM redacting WHERE item = OLD.item)"
    batched = (
        "EXISTS (SELECT 1 FROM redacting r JOIN items i ON i.serial = r.item WHERE i.id = OLD.item)"
    )
    _send(
        db,
        """
        CREATE TABLE redactions (
            id INTEGER PRIMARY KEY,
            item INTEGER NOT NULL REFERENCES items(serial),
            who TEXT NOT NULL CHECK (who <> ''),
            witness TEXT NOT NULL CHECK (witness <> '' AND witness <> who),
            at TEXT NOT NULL,
            reason TEXT NOT NULL CHECK (reason <> ''),
            whole INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            row_sha TEXT
        ) STRICT;;
        CREATE INDEX redactions_by_item ON redactions(item);;
        CREATE TABLE redacted_texts (
            redaction INTEGER NOT NULL REFERENCES redactions(id),
            item INTEGER NOT NULL,
            version INTEGER NOT NULL,
            was_sha256 TEXT NOT NULL,
            is_sha256 TEXT NOT NULL,
            row_sha TEXT,
            PRIMARY KEY (redaction, version)
        ) STRICT, WITHOUT ROWID;;
        CREATE INDEX redacted_texts_by_version ON redacted_texts(item, version);;
        CREATE TABLE redacting (item INTEGER PRIMARY KEY REFERENCES items(serial)) STRICT;;
        CREATE TRIGGER redacting_on_record BEFORE INSERT ON redacting WHEN NOT EXISTS (
            SELECT 1 FROM audit a JOIN items i ON i.id = a.subject
            WHERE a.n = (SELECT max(n) FROM audit) AND a.action = 'redact' AND i.serial = NEW.item
        )
        BEGIN SELECT RAISE(ABORT, 'a redaction is on the chain first'); END;;
        """,
    )
    for table in ("redactions", "redacted_texts"):
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall()]
        columns.remove("row_sha")
        words = f"BEGIN SELECT RAISE(ABORT, '{table} are kept for good'); END"
        db.execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE OF {', '.join(columns)} "
            f"ON {table} {words}"
        )
        db.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {words}")
    texts = {
        "revisions": (("title", "parts", "body", "sha256"), under_way),
        "approvals": (("despite",), under_way),
        "item_acts": (("reason",), under_way),
        "batch_entries": (("title", "parts", "body"), batched),
    }
    for table, (redacted, is_open) in texts.items():
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall()]
        columns.remove("row_sha")
        others = [column for column in columns if column not in redacted]
        old, new = (", ".join(f"{row}.{column}" for column in others) for row in ("OLD", "NEW"))
        db.execute(f"DROP TRIGGER {table}_no_update")
        db.execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE OF {', '.join(columns)} ON {table} "
            f"WHEN ({old}) IS NOT ({new}) OR NOT {is_open} "
            f"BEGIN SELECT RAISE(ABORT, '{table} are kept for good'); END"
        )
    _send(
        db,
        f"""
        DROP TRIGGER items_keep_approved;;
        CREATE TRIGGER items_keep_approved BEFORE UPDATE OF title ON items
        WHEN OLD.title IS NOT NEW.title AND OLD.state IN ('approved', 'sent', 'issued')
            AND NOT EXISTS (SELECT 1 FROM redacting WHERE item = OLD.serial)
        BEGIN SELECT RAISE(ABORT, 'an approved text is not edited'); END;;
        DROP TRIGGER drafts_keep_approved;;
        CREATE TRIGGER drafts_keep_approved BEFORE UPDATE OF parts, body ON drafts
        WHEN (OLD.parts, OLD.body) IS NOT (NEW.parts, NEW.body)
            AND (SELECT state FROM items WHERE serial = OLD.item) IN ('approved', 'sent', 'issued')
            AND NOT {under_way}
        BEGIN SELECT RAISE(ABORT, 'an approved text is not edited'); END;;
        """,
    )


@journal()
def search_0013(db: Database) -> None:
    """The pieces of the search index are joined in acts of their own, none of them long."""
    for setting, value in (("automerge", 0), ("crisismerge", 1000)):
        db.execute(f"INSERT INTO search_index (search_index, rank) VALUES ('{setting}', {value})")


@journal()
def stations_0014(db: Database) -> None:
    """Keys of our own and of other stations, and what a batch says beside its items."""
    exchange_shape.make_stations(db, _send)


@journal()
def answers_0015(db: Database) -> None:
    """What is answered to items: receipts, adoptions, commissions, directives; and conflicts."""
    exchange_shape.make_answers(db, _send)


@journal()
def redactions_0016(db: Database) -> None:
    """What answers say of an item can be redacted with it."""
    exchange_shape.let_redact(db)


@journal()
def flags_0017(db: Database) -> None:
    """What the stations that items came from marked them with."""
    _send(
        db,
        """
        CREATE TABLE item_flags (
            item INTEGER NOT NULL REFERENCES items(serial),
            flag TEXT NOT NULL,
            row_sha TEXT,
            PRIMARY KEY (item, flag)
        ) STRICT, WITHOUT ROWID;;
        """,
    )


@journal()
def references_0018(db: Database) -> None:
    """Documents and speeches on file, with which texts are compared."""
    _send(
        db,
        """
        CREATE TABLE reference_texts (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            title TEXT NOT NULL,
            body TEXT NOT NULL,
            at TEXT NOT NULL,
            row_sha TEXT
        ) STRICT;;
        """,
    )
