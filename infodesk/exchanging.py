"""The part of the composition root that sends, takes in and answers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from infodesk.core.answer_desk import AnswerDesk
    from infodesk.core.batch_desk import BatchDesk
    from infodesk.core.clock import Clock
    from infodesk.core.item_desk import ItemDesk
    from infodesk.core.station_desk import StationDesk
    from infodesk.exchange.incoming import Incoming
    from infodesk.exchange.outgoing import Outgoing
    from infodesk.storage.answer_store import SqliteAnswerStore
    from infodesk.storage.batch_store import SqliteBatchStore
    from infodesk.storage.item_store import SqliteItemStore
    from infodesk.storage.journal import Journal
    from infodesk.storage.settings_store import SettingsStore
    from infodesk.workspace import Workspace


class ExchangeDesks:
    """What of a workspace has to do with other offices; each is built when first asked for."""

    clock: Clock
    items: ItemDesk
    settings: SettingsStore
    _database: Journal
    _items: SqliteItemStore

    @cached_property
    def outgoing(self) -> Outgoing:
        """What writes batches."""
        from infodesk.exchange.outgoing import Outgoing
        from infodesk.proofs import reading

        return Outgoing(
            self.batches,
            self._items,
            self.clock,
            self.stations,
            superior=lambda: self.settings.get("office.superior"),
            read=lambda item: reading(cast("Workspace", self), item),
        )

    @cached_property
    def incoming(self) -> Incoming:
        """What reads batches."""
        from infodesk.exchange.incoming import Incoming

        return Incoming(
            self.batches,
            self._answers,
            self.items,
            self.clock,
            stations=self.stations,
            answers=self.answers,
        )

    @cached_property
    def exchange(self) -> BatchDesk:
        """Which batches there are, how far they came, what answers them."""
        from infodesk.core.batch_desk import BatchDesk

        return BatchDesk(self.batches, self.items, self.stations, self.answers)

    @cached_property
    def stations(self) -> StationDesk:
        """Our own card, and the stations whose keys are known."""
        from infodesk.core.station_desk import StationDesk
        from infodesk.exchange.keys import make_keys
        from infodesk.storage.station_store import SqliteStationStore

        return StationDesk(
            SqliteStationStore(self._database),
            self.clock,
            make_keys,
            lambda: self.settings.get("office.name"),
        )

    @cached_property
    def answers(self) -> AnswerDesk:
        """Adoptions, commissions, directives, receipts, conflicts."""
        from infodesk.core.answer_desk import AnswerDesk

        return AnswerDesk(self._answers, self.items, self.clock)

    @cached_property
    def _answers(self) -> SqliteAnswerStore:
        from infodesk.storage.answer_store import SqliteAnswerStore

        return SqliteAnswerStore(self._database)

    @cached_property
    def batches(self) -> SqliteBatchStore:
        """Batches that went out and came in."""
        from infodesk.storage.batch_store import SqliteBatchStore

        return SqliteBatchStore(self._database)
