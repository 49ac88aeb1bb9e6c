"""Two stations that send, rewrite and import in any order, against a model of what must hold."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import ExitStack, nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from infodesk.core.batches import Batch, BatchKind, Because, Direction
from infodesk.core.errors import InfodeskError
from infodesk.core.items import EDITABLE
from infodesk.core.station_desk import StationDesk
from infodesk.core.stations import Trust
from infodesk.exchange import incoming
from infodesk.exchange.incoming import Incoming
from infodesk.exchange.taking import ItemTaker
from infodesk.storage.batch_store import SqliteBatchStore
from tests.conftest import CHINA, FixedClock
from tests.exchange.conftest import Office, made, office_at, text

BODIES = st.sampled_from(["2人受伤。", "3人受伤。", "无人伤亡。"])
WHICH = st.integers(0, 1)
RUNS = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    database=None,
)
UNTIL_SEEN = settings(RUNS, max_examples=200, phases=[Phase.generate])


START = datetime(2026, 11, 22, 9, 0, tzinfo=CHINA)


class TwoStations(RuleBasedStateMachine):
    """County sends, city imports; either may edit, anything may be imported again."""

    files = Bundle("files")

    @initialize()
    def open_offices(self) -> None:
        self.stack = ExitStack()
        folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        self.folder = folder
        self.clock = FixedClock(START)
        self.county: Office = office_at(folder, "示范县", self.clock, self.stack)
        self.city: Office = office_at(folder, "示范市", self.clock, self.stack).knows(self.county)
        self.county.knows(self.city, superior=True)
        self.impostor: Office = office_at(folder, "冒名", self.clock, self.stack)
        for office in (self.county, self.city, self.impostor):
            # Nothing is cut off here, and hundreds of flushes take their time.
            office.journal.query("PRAGMA synchronous = OFF")
        self.answers: dict[Path, tuple[object, ...]] = {}
        self.numbers: dict[Path, int] = {}
        self.adoptions: list[str] = []
        self.ours: dict[str, str] = {}
        self.written = [self.county.approved(title) for title in ("山体滑坡", "城区停水")]

    def teardown(self) -> None:
        self.stack.close()

    @rule(target=files, which=WHICH, body=BODIES)
    def correct_and_send(self, which: int, body: str) -> Path:
        self.clock.advance(minutes=1)
        self.county.corrected(self.written[which], body)
        return self.send(which)

    @rule(target=files, which=WHICH)
    def send_again(self, which: int) -> Path:
        self.clock.advance(minutes=1)
        return self.send(which)

    def send(self, which: int) -> Path:
        path = self.county.outgoing.export([self.written[which]], self.folder).path
        self.numbers[path] = len(self.numbers) + 1
        return path

    @rule(which=WHICH, body=BODIES)
    def overtake(self, which: int, body: str) -> None:
        older = self.send_again(which)
        newer = self.correct_and_send(which, body)
        for file in (newer, older):
            self.take_in(file)

    @rule(file=files)
    def take_in(self, file: Path) -> None:
        result = self.city.incoming.apply(self.city.incoming.plan(self.city.incoming.read(file)))
        answer = (result.record, result.entries, result.receipt)
        assert self.answers.setdefault(file, answer) == answer

    @rule(file=files, place=st.integers(0, 10_000), noise=st.integers(1, 255))
    def take_in_damaged(self, file: Path, place: int, noise: int) -> None:
        data = bytearray(file.read_bytes())
        data[place % len(data)] ^= noise
        damaged = self.folder / "damaged.idb"
        damaged.write_bytes(data)
        before = self.city.contents()
        try:
            whole = incoming.read_batch(damaged) == incoming.read_batch(file)
        except InfodeskError:
            whole = False
        if not whole:
            with pytest.raises(InfodeskError):
                self.city.incoming.read(damaged)
            assert self.city.contents() == before

    @rule(file=files)
    def break_off(self, file: Path) -> None:
        before = self.city.contents()
        plan = self.city.incoming.plan(self.city.incoming.read(file))
        if plan.replayed:
            return
        insert = self.city.batches.insert

        def breaks_off(*_given: object) -> None:
            raise OSError(5, "Input/output error")

        self.city.batches.insert = breaks_off
        try:
            with pytest.raises(OSError, match="Input/output"):
                self.city.incoming.apply(plan)
        finally:
            self.city.batches.insert = insert
        assert self.city.contents() == before

    @rule(which=WHICH)
    def edit_in_the_city(self, which: int) -> None:
        item = self.written[which]
        known = self.city.store.get(item)
        if known is not None and known.state in EDITABLE:
            body = f"市里改过第{len(self.ours)}次。"
            self.city.items.autosave(item, text("题目", body), known.rev)
            self.ours[item] = body

    @invariant()
    def what_the_city_wrote_stands(self) -> None:
        for item, body in self.ours.items():
            assert self.city.items.get(item).content.body == body

    @invariant()
    def what_the_city_left_alone_is_the_newest_text_that_came(self) -> None:
        for item in set(self.written) - self.ours.keys():
            came = [
                entry
                for record in self.city.batches.batches(Direction.RECEIVED)
                for entry in self.city.batches.entries(record.id, Direction.RECEIVED)
                if entry.item_id == item
            ]
            if came:
                newest = max(came, key=lambda entry: entry.approved_at)
                assert newest.sha256 == self.city.items.get(item).content.sha256()

    @invariant()
    def no_transaction_is_left_open(self) -> None:
        for office in (self.county, self.city):
            assert not office.journal.database.conn.in_transaction


class TwoThatAnswer(TwoStations):
    """The same two, and what goes back: receipts, adoptions, and an impostor between them."""

    @rule(file=TwoStations.files)
    def bring_the_receipt_home(self, file: Path) -> None:
        if file in self.answers:
            receipt = self.county.incoming.understood(self.answers[file][2])
            self.county.incoming.apply(self.county.incoming.plan(receipt))

    @rule(which=WHICH)
    def adopt_and_tell(self, which: int) -> None:
        item = self.written[which]
        if self.city.store.get(item) is None:
            return
        kept = self.city.answers.adopt(item, publication="要情", number="1", day=START.date())
        told = self.city.outgoing.send(
            BatchKind.ADOPTION, [kept.adoption], self.folder, to=self.county.stations.own()
        )
        for _ in range(2):
            plan = self.county.incoming.plan(self.county.incoming.read(told.path))
            self.county.incoming.apply(plan)
        self.adoptions.append(kept.adoption.id)

    @rule(file=TwoStations.files)
    def take_in_what_an_impostor_signed(self, file: Path) -> None:
        keys = self.impostor.stations.own_keys()[0]
        whole = incoming.read_batch(file)
        as_itself = replace(whole, from_office=replace(whole.from_office, key=keys.key))
        before = self.city.contents()
        batch = self.city.incoming.understood(made(as_itself, keys))
        with pytest.raises(InfodeskError):
            self.city.incoming.apply(incoming.ImportPlan(batch, ()))
        assert self.city.contents() == before

    @invariant()
    def what_is_missing_is_known(self) -> None:
        came = {self.numbers[file] for file in self.answers}
        missing = [number for number in range(1, max(came, default=1)) if number not in came]
        record = next(iter(self.city.batches.batches(Direction.RECEIVED)), None)
        if record is not None:
            assert self.city.batches.gaps(record.stream) == missing

    @invariant()
    def the_county_knows_what_arrived_and_what_was_adopted(self) -> None:
        known = [kept.adoption.id for kept in self.county.answers.adoptions()]
        assert known == self.adoptions[::-1]
        for record in self.county.batches.batches(Direction.SENT):
            for receipt in self.county.answers.receipts(record.id):
                assert record.path in self.answers
                assert receipt.is_signed


def test_any_order_of_sending_editing_and_importing_keeps_the_promise():
    run_state_machine_as_test(TwoStations, settings=RUNS)


def test_any_order_with_answers_and_an_impostor_keeps_it_too():
    run_state_machine_as_test(TwoThatAnswer, settings=RUNS)


def overwrites_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ItemTaker, "_objection", lambda *_given: None)


def forgets_what_it_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Incoming, "_known", lambda *_given: None)


def keeps_half_an_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SqliteBatchStore, "atomic", lambda _self: nullcontext())


def turns_the_clock_back(monkeypatch: pytest.MonkeyPatch) -> None:
    judged = ItemTaker._objection

    def lenient(*given: object) -> Because | None:
        because = judged(*given)
        return None if because is Because.OLDER else because

    monkeypatch.setattr(ItemTaker, "_objection", lenient)


def trusts_silently(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(StationDesk, "trust_of", lambda *_given: Trust.KNOWN)


def sees_no_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SqliteBatchStore, "gaps", lambda *_given: [])


def makes_a_new_receipt(monkeypatch: pytest.MonkeyPatch) -> None:
    def again(self: Incoming, batch: Batch, *, replayed: bool) -> incoming.ImportResult | None:
        result = came_of(self, batch, replayed=replayed)
        return replace(result, receipt=b"another") if result and replayed else result

    came_of = Incoming._came_of
    monkeypatch.setattr(Incoming, "_came_of", again)


@pytest.mark.parametrize(
    ("mutant", "machine"),
    [
        (overwrites_ours, TwoStations),
        (forgets_what_it_knows, TwoStations),
        (keeps_half_an_import, TwoStations),
        (turns_the_clock_back, TwoStations),
        (trusts_silently, TwoThatAnswer),
        (sees_no_gap, TwoThatAnswer),
        (makes_a_new_receipt, TwoStations),
    ],
)
def test_a_broken_import_is_seen(
    monkeypatch: pytest.MonkeyPatch, mutant: Callable, machine: type[TwoStations]
):
    mutant(monkeypatch)
    # Each mutant breaks in its own way, and what pytest itself raises is no Exception.
    with pytest.raises(BaseException):  # noqa: B017, PT011
        run_state_machine_as_test(machine, settings=UNTIL_SEEN)
