"""The part of the composition root that checks: what a check is given, and who asks for one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property, lru_cache, partial
from typing import TYPE_CHECKING

from infodesk.core.differences import flat
from infodesk.core.place_desk import PlaceDesk
from infodesk.shipped import tables

if TYPE_CHECKING:
    from infodesk.core.checking.context import Context
    from infodesk.core.checking.explanations import Explanation
    from infodesk.core.checking.findings import Report, Span
    from infodesk.core.checking.lexicon import Lexicon
    from infodesk.core.checking.likeness import Shelf
    from infodesk.core.clock import Clock
    from infodesk.core.item_desk import ItemDesk
    from infodesk.core.items import Content, Item
    from infodesk.core.profile_desk import ProfileDesk
    from infodesk.core.reference_index import ReferenceIndex
    from infodesk.core.references import ReferenceDesk
    from infodesk.core.rule_desk import RuleDesk
    from infodesk.storage.journal import Journal
    from infodesk.storage.reference_store import SqliteReferenceStore
    from infodesk.storage.settings_store import SettingsStore


@cache
def lexicon() -> Lexicon:
    """Return the cue words of the checker, as shipped."""
    from infodesk.core.checking.lexicon import lexicon_from

    return lexicon_from(*tables("rules").values())


@cache
def explanations() -> Mapping[str, Explanation]:
    """Return what each rule is for, by its id."""
    from infodesk.core.checking.explanations import explanations_from

    return {
        rule: explanation
        for table in tables("rules/catalogue").values()
        for rule, explanation in explanations_from(table).items()
    }


@lru_cache(maxsize=2)
def _lexicon_with(places: tuple[str, ...]) -> Lexicon:
    """Return the cue words with an office's own places; what it remembers is kept with it."""
    from infodesk.core.checking.lexicon import with_places

    return with_places(lexicon(), places)


def checking_context(clock: Clock, places: tuple[str, ...] = ()) -> Context:
    """Return what a check needs beside the text; ``places`` is the office's own place table."""
    from infodesk.core.checking.context import Context

    return Context(lexicon=_lexicon_with(places), today=clock.now().date())


class CheckingDesks:
    """What of a workspace has to do with checks.

    Attributes:
        places: the office's own place table.
    """

    clock: Clock
    items: ItemDesk
    profiles: ProfileDesk
    settings: SettingsStore
    _database: Journal

    def begin_checking(self) -> None:
        """Read what a check needs of the journal.

        A check may run on another thread, which the workspace's connection does not serve.
        """
        self._kept_rules = self.settings.get("rules")
        self.places = PlaceDesk(self.settings)
        self._indexed: tuple[object, ReferenceIndex] | None = None

    def forget_references(self) -> None:
        """Let go of the texts on file."""
        self._indexed = None

    @cached_property
    def rules(self) -> RuleDesk:
        """What the office changed about the rules of the checker."""
        from infodesk import messages
        from infodesk.core.rule_desk import RuleDesk

        allowed = partial(messages.placeholders, "rules")
        return RuleDesk(self.settings, allowed, kept=self._kept_rules)

    def remove_kind(self, key: str) -> str:
        """Take a kind of the office's own out, where no item is of it; return its name.

        Raises:
            InfodeskError: as for ``ProfileDesk.remove``.
        """
        from infodesk.core.items import ItemFilter

        def is_used(kind: str) -> bool:
            narrowed = (ItemFilter(kind=kind, discarded=discarded) for discarded in (False, True))
            return any(self.items.count(each) for each in narrowed)

        return self.profiles.remove(key, is_used=is_used)

    def context(self) -> Context:
        """Return what a check needs beside the text, as this office has it."""
        from dataclasses import replace

        return replace(
            checking_context(self.clock, self.places.names), overrides=self.rules.overrides
        )

    @cached_property
    def references(self) -> ReferenceDesk:
        """Documents and speeches on file."""
        from infodesk.core.references import ReferenceDesk

        return ReferenceDesk(self._references, self.clock)

    @cached_property
    def _references(self) -> SqliteReferenceStore:
        from infodesk.storage.reference_store import SqliteReferenceStore

        return SqliteReferenceStore(self._database)

    def check(self, content: Content, kind: str, context: Context | None = None) -> Report:
        """Check a text against the profile of its kind; asks nothing of the journal.

        Args:
            content: the text.
            kind: key of the profile.
            context: what it is compared with; None for a text that stands alone.

        Raises:
            InfodeskError: PROFILE_UNKNOWN.
        """
        from infodesk.core.checking.check import check

        return check(content, self.profiles.named(kind), context or self.context())

    def check_item(self, item: Item) -> Report:
        """Check an item with what the journal knows around it, the texts on file too."""
        around = self.with_sources(self.surroundings(item), item.content, self._index())
        return self.check(item.content, item.kind, around)

    def with_sources(self, around: Context, content: Content, index: ReferenceIndex) -> Context:
        """Return the surroundings of a text with what it may be copied from; any thread may ask."""
        from dataclasses import replace

        return replace(around, sources=index.near(flat(content)))

    def source_of(self, title: str, content: Content) -> tuple[str, list[tuple[int, int]]] | None:
        """Return a text on file with the passages of it that a content holds; None where it is not.

        Args:
            title: what it is called on file; of several, the one most is from.
            content: what may have been copied from it.
        """
        from infodesk.core.checking.passages import shared

        text = flat(content)
        found = [
            (each.text, [(passage.start, passage.end) for passage in shared(each.text, text)])
            for each in self._index().near(text)
            if each.label == title
        ]
        return found[0] if found else None

    @property
    def has_references(self) -> bool:
        """Whether any document or speech is on file."""
        return self._references.count() > 0

    def reference_index(self) -> ReferenceIndex | None:
        """Return the texts on file, ready to compare with; None where they must be read first."""
        state = self._references.state()
        if self._indexed is None or self._indexed[0] != state:
            return None
        return self._indexed[1]

    def index_beside(self) -> ReferenceIndex:
        """Read the texts on file on a connection of its own, for the thread that calls.

        Raises:
            InfodeskError: the journal cannot be opened once more.
        """
        from infodesk.storage.database import open_beside
        from infodesk.storage.reference_store import SqliteReferenceStore

        journal = open_beside(self._database)
        try:
            with journal.reading():
                return self._read_references(SqliteReferenceStore(journal))
        finally:
            journal.close()

    def _index(self) -> ReferenceIndex:
        """Return the texts on file, read on the workspace's own connection where they must be."""
        return self.reference_index() or self._read_references(self._references)

    def _read_references(self, store: SqliteReferenceStore) -> ReferenceIndex:
        from infodesk.core.reference_index import ReferenceIndex

        state, index = store.state(), ReferenceIndex(store.papers())
        self._indexed = (state, index)
        return index

    def surroundings(self, item: Item) -> Context:
        """Return what an item is compared with: the other reports on its event, its approval."""
        from dataclasses import replace

        from infodesk.core.checking.context import Paper, Standing

        chain = self.items.chain(item.id)
        papers = {each.id: Paper(each.content.title, flat(each.content)) for each in chain}
        approval = self.items.approval(item.id)
        return replace(
            self.context(),
            previous=papers.get(item.follows),
            # what follows another report counts later: only reports beside each other conflict
            others=tuple(
                papers[each.id]
                for each in chain
                if each.id != item.id and item.follows and each.follows == item.follows
            ),
            standing=Standing(
                approved=approval.at.date() if approval is not None else None,
                sent=item.sent_at is not None,
            ),
        )

    def shelf_beside(self, most: int = 5000) -> Shelf:
        """Return the journal's newest items to look for near-duplicates among.

        They are read on a connection of its own, for the thread that calls; labels are the items'
        ids. The journal is not held meanwhile.

        Raises:
            InfodeskError: the journal cannot be opened once more.
        """
        from infodesk.core.checking.likeness import Shelf
        from infodesk.core.items import ItemFilter
        from infodesk.storage.database import open_beside
        from infodesk.storage.item_store import SqliteItemStore

        shelf = Shelf()
        journal = open_beside(self._database)
        try:
            store = SqliteItemStore(journal)
            for row in store.rows(ItemFilter(), 0, most):
                item = store.get(row.id)
                if item is not None:
                    shown = f"{item.serial} {item.content.title}".strip()
                    shelf.put(item.id, flat(item.content), shown)
        finally:
            journal.close()
        return shelf

    def with_near_duplicates(self, report: Report, item: Item, shelf: Shelf) -> Report:
        """Return an item's report with what the journal holds that is almost the same.

        Asks nothing of the journal, so any thread may call; a finding names the other item by
        its number and title.

        Raises:
            InfodeskError: PROFILE_UNKNOWN.
        """
        from infodesk.core.checking.check import with_near_duplicates

        return with_near_duplicates(
            report,
            flat(item.content),
            shelf,
            self.profiles.named(item.kind),
            self.rules.overrides,
            apart_from=item.id,
        )

    def propose_split(self, text: str, kind: str) -> tuple[tuple[Span, str], ...]:
        """Return each sentence of a text with the key of the part it would go to.

        Raises:
            InfodeskError: PROFILE_UNKNOWN.
        """
        from infodesk.core.checking import split

        return split.propose_split(text, self.profiles.named(kind), self.context())

    def split(self, content: Content, kind: str) -> Content:
        """Return a text pasted as one block as the sections of its kind, nothing lost.

        Raises:
            InfodeskError: PROFILE_UNKNOWN.
        """
        from infodesk.core.checking import split

        return split.split_content(content, self.profiles.named(kind), self.context())
