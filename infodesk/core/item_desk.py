"""The acts upon items: draft, keep, approve, hold back, return. Each is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from infodesk.core import chains
from infodesk.core.audit import AuditAction, note
from infodesk.core.checking.findings import Finding, Report
from infodesk.core.clock import Clock
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.identifiers import uuid7
from infodesk.core.item_states import EDIT, FOLLOW, LEADS_TO, require
from infodesk.core.items import (
    APPROVED_STATES,
    MAX_CHARACTERS,
    Act,
    ActRecord,
    Approval,
    Content,
    Flag,
    Item,
    ItemFilter,
    ItemRow,
    ItemState,
    Received,
    Revision,
    Section,
    Source,
    VersionReason,
    storable,
)
from infodesk.core.ports import ItemStore
from infodesk.core.profiles import DEFAULT_PROFILE, Profile
from infodesk.core.secrecy import require_unclassified


class ItemDesk:
    """Where items are written, approved, held back and returned.

    Every method that names an item raises ITEM_NOT_FOUND where there is none.
    """

    def __init__(
        self,
        store: ItemStore,
        clock: Clock,
        profiles: Mapping[str, Profile],
        check: Callable[[Item], Report],
    ) -> None:
        self._store = store
        self._clock = clock
        self._profiles = profiles
        self._check = check

    def add(
        self,
        content: Content,
        *,
        kind: str = DEFAULT_PROFILE,
        unit: str = "",
        author: str = "",
        source: Source = Source.TYPED,
    ) -> Item:
        """Take a new item in as a draft. Only a typed one may start empty.

        Raises:
            InfodeskError: ITEM_EMPTY, ITEM_TOO_LONG, ITEM_CLASSIFIED, PROFILE_UNKNOWN.
        """
        item = self._new(content, kind, unit, author, source)
        return self._insert(item, ActRecord(item.id, Act.ADD, author, item.created_at))

    def add_all(
        self,
        contents: Sequence[Content],
        *,
        kind: str = DEFAULT_PROFILE,
        unit: str = "",
        author: str = "",
        source: Source = Source.FILE,
    ) -> list[str | InfodeskError]:
        """Take many items in as drafts, in one act; return their ids in the order given.

        What cannot be taken in is refused singly: its error stands in the place of its id.

        Raises:
            InfodeskError: PROFILE_UNKNOWN, JOURNAL_…; nothing was taken in.
        """
        self._require_kind(kind)
        taken: list[str | InfodeskError] = []
        items: list[Item] = []
        for content in contents:
            try:
                items.append(self._new(content, kind, unit, author, source))
                taken.append(items[-1].id)
            except InfodeskError as error:
                taken.append(error)
        with self._store.atomic():
            self._store.insert_all(
                items, [ActRecord(item.id, Act.ADD, author, item.created_at) for item in items]
            )
        return taken

    def _new(self, content: Content, kind: str, unit: str, author: str, source: Source) -> Item:
        """Return a new item that may be taken in."""
        if source is not Source.TYPED:
            _require_text(content)
        _require_length(content)
        require_unclassified(content)
        self._require_kind(kind)
        now = self._clock.now()
        return Item(
            id=uuid7(now),
            serial=0,
            rev=0,
            content=storable(content),
            kind=kind,
            state=ItemState.DRAFT,
            created_at=now,
            updated_at=now,
            unit=unit,
            author=author,
            source=source,
        )

    def receive_all(self, received: Sequence[Received], *, origin: str, by: str = "") -> None:
        """Take in items of another station under their own ids, each text kept as a version.

        Args:
            received: items whose ids are new here.
            origin: the station's name.
            by: who takes them in.

        Raises:
            InfodeskError: ITEM_EXISTS, ITEM_EMPTY, ITEM_TOO_LONG, ITEM_CLASSIFIED; nothing was
                taken in.
        """
        items = [self._received(each, origin) for each in received]
        acts = [ActRecord(item.id, Act.RECEIVE, by, item.created_at, origin) for item in items]
        versions = [
            Revision(
                *(item.id, 1, item.content, _hash_of(item, each), item.created_at, by),
                VersionReason.IMPORTED,
            )
            for item, each in zip(items, received, strict=True)
        ]
        with self._store.atomic():
            taken = self._store.known([item.id for item in items])
            if taken:
                raise InfodeskError(Code.ITEM_EXISTS, item=min(taken))
            self._store.insert_all(items, acts, versions)
            self._store.set_flags([(each.id, each.flags) for each in received if each.flags])

    def known(self, item_ids: Sequence[str]) -> set[str]:
        """Return which of many ids are those of items in this journal."""
        return self._store.known(item_ids)

    def _received(self, received: Received, origin: str) -> Item:
        _require_text(received.content)
        require_unclassified(received.content)
        now = self._clock.now()
        return Item(
            id=received.id,
            serial=0,
            rev=0,
            content=storable(received.content),
            kind=received.kind if received.kind in self._profiles else DEFAULT_PROFILE,
            state=ItemState.DRAFT,
            created_at=now,
            updated_at=now,
            unit=received.unit,
            source=Source.BATCH,
            origin=origin,
            follows=received.follows,
        )

    def follow_up(self, item_id: str, by: str, text: Sequence[Section] = ()) -> Item:
        """Begin the next report on an item's event: its title and kind are set.

        It continues the last report of the chain, whichever of them was named.

        Args:
            item_id: any report of the chain.
            by: who writes it.
            text: what it says; the empty parts of its kind where nothing is given.

        Raises:
            InfodeskError: ITEM_STATE_FORBIDS where the last report is still a draft;
                ITEM_TOO_LONG, ITEM_CLASSIFIED.
        """
        with self._store.atomic():
            last = self.chain(item_id)[-1]
            require(last, FOLLOW)
            profile = self._profiles.get(last.kind)
            empty = [Section(part.key, "") for part in profile.parts] if profile else []
            title = chains.title_of_follow_up(last.content.title, len(self.chain(item_id)))
            content = Content(title, tuple(text or empty))
            _require_length(content)
            require_unclassified(content)
            now = self._clock.now()
            item = Item(
                id=uuid7(now),
                serial=0,
                rev=0,
                content=storable(content),
                kind=last.kind,
                state=ItemState.DRAFT,
                created_at=now,
                updated_at=now,
                unit=last.unit,
                author=by,
                follows=last.id,
            )
            return self._insert(item, ActRecord(item.id, Act.ADD, by, now, last.content.title))

    def chain(self, item_id: str) -> list[Item]:
        """Return every report on an item's event in order; those in the trash are left out."""
        item = self.get(item_id)
        found = chains.whole(item, self._store.get, self._store.following)
        return [each for each in found if each.discarded_at is None or each.id == item.id]

    def get(self, item: str) -> Item:
        """Return an item by its UUID or by its number in this journal."""
        text = item.strip()
        serial = text.isascii() and text.isdecimal() and len(text) < 19
        found = self._store.by_serial(int(text)) if serial else self._store.get(text.lower())
        if found is None:
            raise InfodeskError(Code.ITEM_NOT_FOUND, item=item)
        return found

    def rows(self, narrowed: ItemFilter, *, offset: int = 0, limit: int = 200) -> list[ItemRow]:
        """Return a stretch of the list, in the order of the filter."""
        return self._store.rows(narrowed, offset, limit)

    def rows_of(self, serials: Sequence[int]) -> list[ItemRow]:
        """Return the rows of items by their numbers, in the order given; unknown ones left out."""
        return self._store.rows_of(serials)

    def count(self, narrowed: ItemFilter) -> int:
        """Return how many items the list has."""
        return self._store.count(narrowed)

    def place(self, narrowed: ItemFilter, item: str) -> int:
        """Return where an item stands in a list in the order of adding; -1 elsewhere."""
        found = self._store.get(item)
        return -1 if found is None else self._store.place(narrowed, found.serial)

    def units(self) -> list[str]:
        """Return the units that items name, each once, sorted."""
        return self._store.units()

    def autosave(self, item_id: str, content: Content, rev: int) -> int:
        """Replace the working text, durably; return the new ``rev``.

        A text of any length is kept, and what cannot be stored (NUL, half a surrogate pair) is
        replaced by U+FFFD: refusing would lose the rest of what was typed. For the same reason a
        text that may not take the draft's place is kept as a version, reason REFUSED.

        Raises:
            InfodeskError: ITEM_CHANGED_ELSEWHERE, ITEM_STATE_FORBIDS; the draft is unchanged and
                the text is among the versions. ITEM_CLASSIFIED; the draft is unchanged and
                nothing of the text is kept, since that is what must never enter.
        """
        require_unclassified(content)
        kept = storable(content)
        saved = self._store.save_text(item_id, kept, rev, self._clock.now())
        if saved is None:
            with self._store.atomic():
                item = self.get(item_id)
                if kept != item.content:
                    self._kept(replace(item, content=kept), "", VersionReason.REFUSED)
            require(item, EDIT)
            raise InfodeskError(Code.ITEM_CHANGED_ELSEWHERE)
        return saved

    def note_check(self, item_id: str, report: Report) -> None:
        """Keep what the list shows of a check."""
        states = {key: part.state.value for key, part in report.parts.items()}
        self._store.note_check(item_id, len(report.open_musts), states)

    def set_details(
        self, item_id: str, rev: int, *, kind: str | None = None, unit: str | None = None
    ) -> Item:
        """Change an item's kind or unit; None leaves it as it is.

        Raises:
            InfodeskError: ITEM_CHANGED_ELSEWHERE, ITEM_STATE_FORBIDS, PROFILE_UNKNOWN.
        """
        item = self.get(item_id)
        require(item, EDIT)
        if kind is not None:
            self._require_kind(kind)
        changed = replace(
            item,
            rev=rev,
            kind=item.kind if kind is None else kind,
            unit=item.unit if unit is None else unit,
            updated_at=self._clock.now(),
        )
        return self._store.update(changed)

    def keep_version(self, item_id: str, by: str, reason: VersionReason) -> Revision | None:
        """Keep the working text as a version; None where it equals the last one."""
        with self._store.atomic():
            version, is_new = self._kept(self.get(item_id), by, reason)
        return version if is_new else None

    def revisions(self, item_id: str) -> list[Revision]:
        """Return the versions in the order they were kept."""
        return self._store.revisions(self.get(item_id).id)

    def version(self, item_id: str, number: int) -> Revision:
        """Return one version.

        Raises:
            InfodeskError: VERSION_NOT_FOUND.
        """
        item = self.get(item_id)
        version = self._store.revision(item.id, number)
        if version is None:
            raise InfodeskError(Code.VERSION_NOT_FOUND, title=item.content.title, number=number)
        return version

    def go_back(self, item_id: str, number: int, by: str) -> Item:
        """Take the text of a version up again; what stood there before is kept as a version.

        Raises:
            InfodeskError: ITEM_STATE_FORBIDS, VERSION_NOT_FOUND.
        """
        with self._store.atomic():
            item = self.get(item_id)
            require(item, EDIT)
            version = self.version(item.id, number)
            self._kept(item, by, VersionReason.LEFT)
            self._store.save_text(item.id, version.content, item.rev, self._clock.now())
            taken_up = self.get(item.id)
            self._kept(taken_up, by, VersionReason.RESTORED)
        return taken_up

    def approve(self, item_id: str, by: str, despite: str = "") -> Approval:
        """Approve the text as it stands, and freeze it as a version.

        Raises:
            InfodeskError: NAME_REQUIRED, ITEM_STATE_FORBIDS, ITEM_EMPTY, ITEM_TOO_LONG,
                ITEM_CLASSIFIED, and ITEM_LACKS_MUST where a "must" is open and no reason is given
                to approve despite it.
        """
        name, why = _named(by), despite.strip()
        with self._store.atomic():
            item = self.get(item_id)
            require(item, Act.APPROVE)
            _require_text(item.content)
            require_unclassified(item.content)
            open_musts = self._checked(item)
            if open_musts and not why:
                raise InfodeskError(
                    Code.ITEM_LACKS_MUST,
                    title=item.content.title,
                    count=len(open_musts),
                    findings=open_musts,
                )
            version, _ = self._kept(item, name, VersionReason.APPROVED)
            now = self._clock.now()
            despite_open = why if open_musts else ""
            approval = Approval(item.id, version.number, version.sha256, name, now, despite_open)
            self._store.add_approval(approval)
            self._move(item, Act.APPROVE, name, despite_open, version)
        return approval

    def approval(self, item_id: str) -> Approval | None:
        """Return the approval an item rests on; None where it has none that still stands."""
        item = self.get(item_id)
        return standing_approval(self._store, item)

    def withdraw_approval(self, item_id: str, by: str, reason: str) -> Item:
        """Take an approval back, so that the text can be changed; not once issued or sent.

        Raises:
            InfodeskError: NAME_REQUIRED, REASON_REQUIRED, ITEM_STATE_FORBIDS.
        """
        return self._act(item_id, Act.WITHDRAW_APPROVAL, by, reason)

    def hold(self, item_id: str, by: str, reason: str) -> Item:
        """Hold an item back; who, when and why cannot be erased.

        Raises:
            InfodeskError: NAME_REQUIRED, REASON_REQUIRED, ITEM_STATE_FORBIDS.
        """
        return self._act(item_id, Act.HOLD, by, reason)

    def release(self, item_id: str, by: str, reason: str) -> Item:
        """Let a held item go on, as a draft.

        Raises:
            InfodeskError: NAME_REQUIRED, REASON_REQUIRED, ITEM_STATE_FORBIDS.
        """
        return self._act(item_id, Act.RELEASE, by, reason)

    def return_to_unit(self, item_id: str, by: str, reason: str) -> Item:
        """Send an item back to be changed; who, when and why cannot be erased.

        Raises:
            InfodeskError: NAME_REQUIRED, REASON_REQUIRED, ITEM_STATE_FORBIDS.
        """
        return self._act(item_id, Act.RETURN, by, reason)

    def discard(self, item_id: str, by: str) -> Item:
        """Put a draft or a returned item into the trash.

        Raises:
            InfodeskError: ITEM_STATE_FORBIDS.
        """
        with self._store.atomic():
            item = self.get(item_id)
            require(item, Act.DISCARD)
            now = self._clock.now()
            self._store.record(ActRecord(item.id, Act.DISCARD, by, now))
            return self._store.update(replace(item, discarded_at=now, updated_at=now))

    def restore(self, item_id: str, by: str) -> Item:
        """Take an item out of the trash; one that is not there stays as it is."""
        with self._store.atomic():
            item = self.get(item_id)
            if item.discarded_at is None:
                return item
            now = self._clock.now()
            self._store.record(ActRecord(item.id, Act.RESTORE, by, now))
            return self._store.update(replace(item, discarded_at=None, updated_at=now))

    def flags(self, item_id: str) -> tuple[Flag, ...]:
        """Return what the station an item came from marked it with."""
        return self._store.flags(self.get(item_id).id)

    def mark(self, item_id: str, flags: Sequence[Flag]) -> None:
        """Let a received item have exactly these flags: those of the text that came last."""
        self._store.set_flags([(self.get(item_id).id, flags)])

    def history(self, item_id: str) -> list[ActRecord]:
        """Return what was done to an item, in the order it was done."""
        return self._store.acts(self.get(item_id).id)

    def _insert(self, item: Item, act: ActRecord) -> Item:
        with self._store.atomic():
            inserted = self._store.insert(item)
            self._store.record(act)
        return inserted

    def _kept(self, item: Item, by: str, reason: VersionReason) -> tuple[Revision, bool]:
        """Return the version that holds the item's text, and whether it was kept just now."""
        number, last = self._store.last_version(item.id) or (0, "")
        digest = item.content.sha256()
        if last == digest:
            return self.version(item.id, number), False
        now = self._clock.now()
        version = Revision(item.id, number + 1, item.content, digest, now, by, reason)
        self._store.add_revision(version)
        return version, True

    def _checked(self, item: Item) -> tuple[Finding, ...]:
        report = self._check(item)
        self.note_check(item.id, report)
        return report.open_musts

    def _act(self, item_id: str, act: Act, by: str, reason: str) -> Item:
        name, why = _named(by), reason.strip()
        if not why:
            raise InfodeskError(Code.REASON_REQUIRED)
        with self._store.atomic():
            item = self.get(item_id)
            require(item, act)
            return self._move(item, act, name, why)

    def _move(
        self, item: Item, act: Act, by: str, reason: str, version: Revision | None = None
    ) -> Item:
        now = self._clock.now()
        self._store.record(ActRecord(item.id, act, by, now, reason))
        note(
            self._store,
            AuditAction(act),
            actor=by,
            subject=item.id,
            at=now,
            version=version.number if version else 0,
            sha256=version.sha256 if version else item.content.sha256(),
            reason=reason,
        )
        # What was sent and comes back is to be sent again.
        sent_at = None if act is Act.RETURN else item.sent_at
        return self._store.update(
            replace(item, state=LEADS_TO[act], updated_at=now, sent_at=sent_at)
        )

    def _require_kind(self, kind: str) -> None:
        if kind not in self._profiles:
            known = "、".join(sorted(self._profiles))
            raise InfodeskError(Code.PROFILE_UNKNOWN, profile=kind, known=known)


def standing_approval(store: ItemStore, item: Item) -> Approval | None:
    """Return the approval an item rests on: the last one, where it is of the text as it stands."""
    approval = store.last_approval(item.id)
    if approval is None or item.state not in APPROVED_STATES:
        return None
    return approval if approval.sha256 == item.content.sha256() else None


def _hash_of(item: Item, received: Received) -> str:
    # What was replaced on the way in has another hash than what was received.
    as_received = received.sha256 if item.content == received.content else ""
    return as_received or item.content.sha256()


def _named(by: str) -> str:
    name = by.strip()
    if not name:
        raise InfodeskError(Code.NAME_REQUIRED)
    return name


def _require_text(content: Content) -> None:
    if not content.title.strip() and not content.body.strip():
        raise InfodeskError(Code.ITEM_EMPTY)
    _require_length(content)


def _require_length(content: Content) -> None:
    count = len(content.title) + len(content.body)
    if count > MAX_CHARACTERS:
        raise InfodeskError(Code.ITEM_TOO_LONG, count=count, most=MAX_CHARACTERS)
