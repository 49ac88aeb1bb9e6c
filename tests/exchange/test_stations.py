"""Whom we know: cards, fingerprints, the superior's roster, ended keys, files that wait."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from infodesk.core.audit import AuditAction
from infodesk.core.batches import BatchKind, EntryStatus, Party
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import ItemFilter
from infodesk.core.stations import Ending, Trust, Via, fingerprint
from infodesk.exchange import envelope, minisign
from infodesk.exchange.incoming import read_batch
from infodesk.exchange.keys import age_identity, age_recipient, make_keys
from infodesk.storage.station_store import SqliteStationStore
from tests.exchange.conftest import KEYS, NOBODY, Office, batch_of, made, text


def code_of(act) -> Code:
    with pytest.raises(InfodeskError) as caught:
        act()
    return caught.value.code


def taken_in(office: Office, path: Path):
    return office.incoming.apply(office.incoming.plan(office.incoming.read(path)), by="赵科长")


@pytest.fixture
def stranger(office) -> Office:
    """Return an office that knows nobody."""
    return office("陌生市")


def test_keys_are_made_once_and_their_private_parts_are_in_the_journal_only(county, tmp_path):
    assert county.stations.own() == county.stations.own()
    keys = county.stations.own_keys()[0]
    item = county.approved()
    files = [
        county.outgoing.card(tmp_path / "card.idb").read_bytes(),
        county.outgoing.export([item], tmp_path / "a.idb").path.read_bytes(),
    ]
    for data in files:
        for private in (keys.sign, keys.unbox):
            assert private.encode() not in data
            assert bytes.fromhex(private) not in data


def test_a_fingerprint_is_eight_groups_of_five_digits_and_covers_all_of_a_card():
    groups = fingerprint(NOBODY).split(" ")
    assert [len(group) for group in groups] == [5] * 8
    assert all(group.isdecimal() for group in groups)
    changed = [
        replace(NOBODY, station="x"),
        replace(NOBODY, key=make_keys().key),
        replace(NOBODY, box=make_keys().box),
    ]
    assert len({fingerprint(NOBODY), *map(fingerprint, changed)}) == 4


def test_a_card_says_who_we_are_and_nothing_else(county, tmp_path):
    path = county.outgoing.card(tmp_path)
    found = read_batch(path)
    assert path.name == "站点卡-2026-11-20-001.idb"
    assert (found.kind, found.from_office, found.lines) == (
        BatchKind.CARD,
        county.stations.own(),
        0,
    )


def test_nothing_is_trusted_without_the_whole_fingerprint(county, stranger):
    card = county.stations.own()
    right = fingerprint(card)
    before = stranger.contents()
    for told, code in [
        ("", Code.FINGERPRINT_NEEDED),
        (" ", Code.FINGERPRINT_NEEDED),
        (right[:-1], Code.FINGERPRINT_OTHER),
        (right[:-1] + str((int(right[-1]) + 1) % 10), Code.FINGERPRINT_OTHER),
        (fingerprint(NOBODY), Code.FINGERPRINT_OTHER),
    ]:
        assert code_of(lambda told=told: stranger.stations.trust(card, told)) is code
    assert stranger.contents() == before
    known = stranger.stations.trust(card, right.replace(" ", "-"), by="赵科长")
    assert (known.party, known.via, known.by, known.holds) == (card, Via.CARD, "赵科长", True)
    assert stranger.stations.trust(card, right).number == known.number


def test_our_own_card_needs_no_trust(county):
    own = county.stations.own()
    assert code_of(lambda: county.stations.trust(own, fingerprint(own))) is Code.STATION_IS_OURS


def test_an_unknown_sender_can_be_read_and_waits(county, stranger, tmp_path):
    path = county.outgoing.export([county.approved()], tmp_path / "a.idb").path
    batch = stranger.incoming.read(path)
    plan = stranger.incoming.plan(batch)
    assert plan.trust is Trust.UNKNOWN
    assert [entry.item.title for entry in plan.entries] == ["西关镇山体滑坡"]
    with pytest.raises(InfodeskError) as caught:
        stranger.incoming.apply(plan)
    assert caught.value.code is Code.STATION_UNKNOWN
    assert caught.value.params["fingerprint"] == fingerprint(county.stations.own())
    assert stranger.items.count(ItemFilter()) == 0

    for _ in range(2):
        stranger.incoming.wait(batch, path)
    path.unlink()
    (waiting,) = stranger.stations.waiting()
    assert (waiting.batch_id, waiting.lines) == (batch.id, 1)
    stranger.knows(county)
    assert stranger.incoming.waiting(batch.digest[:8]).digest == batch.digest
    found = stranger.incoming.waiting(batch.id)
    stranger.incoming.apply(stranger.incoming.plan(found))
    assert stranger.items.count(ItemFilter()) == 1
    assert stranger.stations.waiting() == []
    assert code_of(lambda: stranger.incoming.waiting(batch.id)) is Code.BATCH_NOT_FOUND


def test_a_card_is_confirmed_and_not_imported(county, stranger, tmp_path):
    card = stranger.incoming.read(county.outgoing.card(tmp_path))
    plan = stranger.incoming.plan(card)
    assert code_of(lambda: stranger.incoming.apply(plan)) is Code.CARD_NEEDS_TRUST
    assert stranger.stations.stations() == []


def test_a_batch_for_another_station_is_refused(county, city, office, tmp_path):
    county.knows(city, superior=True)
    path = county.outgoing.export([county.approved()], tmp_path / "a.idb").path
    other = office("示范区").knows(county)
    before = other.contents()
    assert code_of(lambda: taken_in(other, path)) is Code.BATCH_NOT_FOR_US
    assert other.contents() == before
    assert taken_in(city, path).entries[0].status is EntryStatus.NEW


def test_a_key_does_not_speak_for_another_station(county, city):
    impostor = replace(batch_of(text("甲", "一。")), from_office=county.stations.own())
    forged = replace(impostor, from_office=replace(impostor.from_office, key=KEYS.key))
    batch = city.incoming.understood(made(forged))
    assert code_of(lambda: city.incoming.plan(batch)) is Code.STATION_KEY_OTHER
    assert code_of(lambda: city.incoming.understood(made(impostor))) is Code.BATCH_SIGNATURE_WRONG


def test_a_revoked_key_signs_nothing_any_more_whatever_the_date(county, city, tmp_path):
    before_it = county.outgoing.export([county.approved()], tmp_path / "a.idb").path
    city.clock.advance(days=1)
    ended = city.stations.revoke(county.stations.own().station, "电脑被盗", by="赵科长")
    assert ended.ending is Ending.REVOKED
    city.clock.advance(days=1)
    after_it = county.outgoing.export([county.approved("城区停水")], tmp_path / "b.idb").path
    for path in (before_it, after_it):
        assert code_of(lambda path=path: taken_in(city, path)) is Code.STATION_KEY_REVOKED
    card = county.stations.own()
    again = code_of(lambda: city.stations.trust(card, fingerprint(card)))
    assert again is Code.STATION_KEY_REVOKED
    assert code_of(lambda: city.stations.revoke(card.station, "再次")) is Code.STATION_NOT_FOUND


def test_a_new_card_replaces_the_old_one_and_what_was_signed_before_stands(county, city, tmp_path):
    first = county.outgoing.export([county.approved()], tmp_path / "a.idb").path
    late = county.outgoing.export([county.approved("补报")], tmp_path / "b.idb").path
    taken_in(city, first)
    old_keys = county.stations.own_keys()[0]
    county.clock.advance(hours=1)
    new = county.stations.renew("李明")
    assert new.key != old_keys.key
    renewed = county.outgoing.export([county.approved("城区停水")], tmp_path / "c.idb").path
    assert city.incoming.plan(city.incoming.read(renewed)).trust is Trust.UNKNOWN
    city.knows(county)
    assert [each.ending for each in city.stations.stations()][:1] == [None]
    assert taken_in(city, late).entries[0].status is EntryStatus.NEW
    assert taken_in(city, renewed).entries[0].status is EntryStatus.NEW
    county.clock.advance(hours=1)
    forged = replace(
        batch_of(text("甲", "一。"), moment=county.clock.now()),
        from_office=replace(new, key=old_keys.key),
    )
    stale = city.incoming.understood(made(forged, old_keys))
    assert code_of(lambda: city.incoming.plan(stale)) is Code.STATION_KEY_ENDED


def roster_of(office: Office, folder: Path) -> Path:
    lines = office.stations.roster()
    return office.outgoing.send(BatchKind.ROSTER, lines, folder, to=Party(), by="赵科长").path


def test_a_roster_is_taken_from_the_superior_only(county, city, office, tmp_path):
    third = office("示范区")
    city.knows(third)
    path = roster_of(city, tmp_path)
    assert code_of(lambda: taken_in(county, path)) is Code.STATION_UNKNOWN
    county.knows(city)
    assert code_of(lambda: taken_in(county, path)) is Code.ROSTER_NOT_SUPERIOR
    county.knows(city, superior=True)
    statuses = {entry.item_id: entry.status for entry in taken_in(county, path).entries}
    own = county.stations.own().station
    assert statuses[own] is EntryStatus.SAME
    assert statuses[third.stations.own().station] is EntryStatus.NEW
    known = county.stations.holding(third.stations.own().station)
    assert (known.party, known.via) == (third.stations.own(), Via.ROSTER)
    assert county.stations.superior().party == city.stations.own()


def test_a_roster_ends_what_the_superior_revoked(county, city, office, tmp_path):
    third = office("示范区")
    city.knows(third)
    county.knows(city, superior=True)
    taken_in(county, roster_of(city, tmp_path))
    code = third.stations.own().station
    assert county.stations.holding(code) is not None
    city.stations.revoke(code, "钥匙遗失")
    path = roster_of(city, tmp_path)
    plan = county.incoming.plan(county.incoming.read(path))
    assert EntryStatus.CHANGED in [entry.status for entry in plan.entries]
    taken_in(county, path)
    assert county.stations.holding(code) is None
    assert [each.because for each in county.stations.stations() if not each.holds] == ["钥匙遗失"]


def test_a_key_holds_only_as_long_as_the_roster_says(county, city, office):
    third = office("示范区")
    now = county.clock.now()
    county.knows(city, superior=True)
    line = replace(
        city.knows(third).stations.roster()[0],
        since=now - timedelta(days=1),
        until=now + timedelta(days=1),
    )
    county.stations.enrol(line, "李明")
    for days, expected in [(0, None), (2, Code.STATION_KEY_ENDED), (-2, Code.STATION_KEY_ENDED)]:
        moment = now + timedelta(days=days)
        batch = replace(batch_of(moment=moment), from_office=third.stations.own())
        if expected is None:
            assert county.stations.trust_of(batch) is Trust.KNOWN
        else:
            assert code_of(lambda b=batch: county.stations.trust_of(b)) is expected


def test_trust_and_its_end_are_on_the_chain(county, city):
    city.stations.revoke(county.stations.own().station, "可疑")
    actions = [row[0] for row in city.journal.query("SELECT action FROM audit ORDER BY n")]
    assert actions == [AuditAction.TRUST, AuditAction.TRUST, AuditAction.REVOKE]
    for table in ("stations", "station_ends", "own_keys"):
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET at = ''"):
            with pytest.raises(Exception, match="kept for good"):
                city.journal.change(statement)


def test_a_sealed_batch_is_opened_by_its_recipient_alone(county, city, office, tmp_path):
    county.knows(city, superior=True)
    path = county.outgoing.export([county.approved()], tmp_path / "a.idb", seal=True).path
    assert "西关镇" not in path.read_bytes().decode("latin-1")
    assert code_of(lambda: read_batch(path)) is Code.ENVELOPE_NOT_OURS
    other = office("示范区").knows(county)
    assert code_of(lambda: other.incoming.read(path)) is Code.ENVELOPE_NOT_OURS
    assert taken_in(city, path).entries[0].status is EntryStatus.NEW
    city.stations.renew("赵科长")
    assert city.incoming.read(path).lines == 1


def test_a_batch_is_not_sealed_to_nobody(county, tmp_path):
    item = county.approved()
    before = county.contents()
    act = lambda: county.outgoing.export([item], tmp_path / "a.idb", seal=True)  # noqa: E731
    assert code_of(act) is Code.ENVELOPE_NO_KEY
    assert (county.contents(), list(tmp_path.glob("*.idb"))) == (before, [])


def test_without_the_library_a_sealed_file_is_refused_with_its_reason(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyrage", None)
    assert code_of(lambda: envelope.opened(b"", [KEYS])) is Code.ENVELOPE_UNSUPPORTED
    assert code_of(lambda: envelope.sealed(b"", [KEYS.box])) is Code.ENVELOPE_UNSUPPORTED


def program(name: str) -> str:
    found = shutil.which(name)
    # Debian packages that .ci/run installs: without them these proofs must not pass unseen.
    assert found, f"{name} is missing: apt-get install {name}"
    return found


@pytest.mark.slow
def test_minisign_verifies_what_we_sign_and_refuses_what_was_altered(tmp_path):
    import zipfile

    path = tmp_path / "a.idb"
    path.write_bytes(made(batch_of(text("西关镇山体滑坡", "2人受伤。"))))
    with zipfile.ZipFile(path) as opened:
        opened.extractall(tmp_path)
    key = minisign.public_key_text(bytes.fromhex(KEYS.key), "示范县").splitlines()[1]
    command = [program("minisign"), "-V", "-P", key, "-m", str(tmp_path / "manifest.json")]
    verified = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert verified.returncode == 0, verified.stderr
    assert "infodesk.batch" in verified.stdout
    manifest = tmp_path / "manifest.json"
    said = json.loads(manifest.read_bytes())
    manifest.write_text(json.dumps(said | {"seq": said["seq"] + 1}), encoding="utf-8")
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0


@pytest.mark.slow
def test_age_opens_what_we_seal_and_seals_what_we_open(tmp_path):
    data = made(batch_of(text("西关镇山体滑坡", "2人受伤。")))
    sealed = tmp_path / "a.age"
    sealed.write_bytes(envelope.sealed(data, [KEYS.box]))
    identity = tmp_path / "key.txt"
    identity.write_text(age_identity(KEYS.unbox) + "\n", encoding="ascii")
    command = [program("age"), "-d", "-i", str(identity), str(sealed)]
    assert subprocess.run(command, capture_output=True, check=True).stdout == data
    command = [program("age"), "-r", age_recipient(KEYS.box)]
    theirs = subprocess.run(command, input=data, capture_output=True, check=True).stdout
    assert envelope.opened(theirs, [KEYS]) == data


def test_a_key_is_ours_a_stations_or_nobodys(county, city):
    own, other = city.stations.own().key, county.stations.own().key
    store = SqliteStationStore(city.journal)
    assert store.signing(own) == (True, None)
    is_own, station = store.signing(other)
    assert (is_own, station) == (False, store.by_key(other))
    assert store.signing("00" * 32) == (False, None)
    city.stations.revoke(county.stations.own().station, "钥匙丢失")
    assert store.signing(other)[1] == store.by_key(other) != station
