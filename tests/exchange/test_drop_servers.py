"""Drops on real servers (rclone), which are cut, killed, slow, wrong, and never trusted."""

from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from infodesk.core.drops import Drop, DropKind, name_in_drop
from infodesk.core.errors import Code, InfodeskError
from infodesk.exchange.mailbox import Mailbox
from infodesk.exchange.places import open_place, try_place
from tests.exchange import two_writers
from tests.exchange.servers import (
    PASSWORD,
    S3_SECRET,
    Server,
    answering,
    secured,
    serving,
    wire_to,
)

pytestmark = pytest.mark.slow

REMOTE = [DropKind.WEBDAV, DropKind.SFTP, DropKind.S3]
BIG = os.urandom(3 << 20)
NAME = "big-0123456789ab.idb"


def no_progress(_done: int, _of: int) -> None:
    pass


def go_on() -> None:
    pass


@pytest.fixture(params=REMOTE, ids=str)
def server(request, tmp_path: Path) -> Iterator[Server]:
    """Return a server of each kind."""
    with serving(request.param, tmp_path / "share") as started:
        yield started


def station(folder: Path, name: str, drop: Drop) -> Mailbox:
    return two_writers.mailbox_at(folder, name, drop)


def test_two_writers_and_a_reader(server, tmp_path):
    done = two_writers.exchange(tmp_path, server.drop(), 4)
    assert (done.whole, done.damaged, done.sent, done.troubles) == (8, 0, 8, [])
    assert len(list(server.files.glob("*.idb"))) == 8


def test_a_trial_says_that_it_works_and_leaves_nothing(server):
    assert try_place(server.drop(send_to="上报", fetch_from="下发/示范县"), print) == 0
    assert [path for path in server.files.rglob("*") if path.is_file()] == []


def test_a_wrong_password_is_told_and_named_nowhere(server, caplog):
    caplog.set_level(logging.DEBUG)
    with pytest.raises(InfodeskError) as caught:
        try_place(server.drop(secret="not-this-one-9981"), print)
    assert caught.value.code is Code.DROP_LOGIN_REFUSED
    try_place(server.drop(), print)
    said = f"{caught.value!r} {caught.value.params} {caplog.text}"
    for secret in ("not-this-one-9981", PASSWORD, S3_SECRET):
        assert secret not in said
    assert S3_SECRET not in repr(server.drop())
    assert PASSWORD not in repr(server.drop())


def test_a_place_that_is_not_there_is_told(server):
    drop = server.drop()
    if server.kind is DropKind.S3:
        drop = replace(drop, address=drop.address.replace("county", "nowhere"))
    else:
        drop = replace(drop, address=f"{drop.address.rstrip('/')}/nowhere")
    with pytest.raises(InfodeskError) as caught:
        try_place(replace(drop, send_to="上报"), print)
    assert caught.value.code is Code.DROP_FOLDER_MISSING


def test_a_server_that_is_down_is_told_and_tried_again(server, tmp_path):
    with station(tmp_path, "甲县", server.drop()) as mailbox:
        two_writers.export(mailbox, tmp_path / "out", 2, "甲县")
        server.kill()
        result = mailbox.sync(no_progress)
        assert {error.code for error in result.troubles} == {Code.DROP_UNREACHABLE}
        assert len(mailbox.undelivered()) == 2
    server.start()
    with station(tmp_path, "甲县", server.drop()) as mailbox:
        assert len(mailbox.sync(no_progress).sent) == 2


@pytest.mark.parametrize("how", ["server", "wire"])
def test_an_upload_cut_in_the_middle_is_not_yet_there_and_made_good(server, tmp_path, how):
    with station(tmp_path, "甲县", server.drop()) as mailbox:
        two_writers.export(mailbox, tmp_path / "out", 1, "甲县")
        (record,) = mailbox.undelivered()
        whole = record.path.read_bytes()
    name = name_in_drop(record)
    with (
        wire_to(server, per_second=60_000) as wire,
        station(tmp_path, "甲县", server.drop(port=wire.port)) as mailbox,
    ):
        torn = threading.Timer(0.5, server.kill if how == "server" else wire.close)
        torn.start()
        result = mailbox.sync(no_progress)
        torn.join()
        assert {error.code for error in result.troubles} == {Code.DROP_UNREACHABLE}
        assert mailbox.undelivered() == [record]
    if how == "server":
        server.start()
    left = server.files / name
    assert not left.exists() or left.read_bytes() != whole
    reading = server.drop(send_to="无")
    with station(tmp_path, "市", reading) as reader:
        seen = reader.sync(no_progress)
        assert (seen.fetched, seen.damaged) == ((), ())
    with station(tmp_path, "甲县", server.drop()) as mailbox:
        assert mailbox.sync(no_progress).sent == (name,)
    with station(tmp_path, "市", reading) as reader:
        assert [got.path.read_bytes() for got in reader.sync(no_progress).fetched] == [whole]
        assert reader.sync(no_progress).fetched == ()


def test_a_cut_file_under_its_final_name_is_waited_for(server, tmp_path):
    """What servers were seen to leave of a cut upload, put there as it is."""
    with station(tmp_path, "甲县", server.drop()) as mailbox:
        two_writers.export(mailbox, tmp_path / "out", 1, "甲县")
        (record,) = mailbox.undelivered()
        name, whole = name_in_drop(record), record.path.read_bytes()
        (server.files / name).write_bytes(whole[: len(whole) // 2])
        with station(tmp_path, "市", server.drop(send_to="无")) as reader:
            assert reader.sync(no_progress).waiting == (name,)
            assert mailbox.sync(no_progress).sent == (name,)
            assert len(reader.sync(no_progress).fetched) == 1


CLIENT = """
import sys
from infodesk.core.drops import Drop, DropKind
from infodesk.exchange.places import open_place
kind, address, user, secret, name = sys.argv[1:]
place = open_place(Drop(DropKind(kind), address, user=user, secret=secret), lambda _: None)
def tick():
    print("writing", flush=True)
place.write("", name, b"x" * (4 << 20), tick)
"""


def test_a_writer_killed_in_the_middle_leaves_nothing_that_is_taken(server, tmp_path):
    with wire_to(server, per_second=500_000) as wire:
        drop = server.drop(port=wire.port)
        given = [drop.kind.value, drop.address, drop.user, drop.secret, NAME]
        client = subprocess.Popen([sys.executable, "-c", CLIENT, *given], stdout=subprocess.PIPE)
        try:
            assert client.stdout.readline()
            time.sleep(0.3)
        finally:
            client.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
            client.wait(timeout=30)
            client.stdout.close()
    with station(tmp_path, "市", server.drop(send_to="无")) as reader:
        seen = reader.sync(no_progress)
        assert (seen.fetched, seen.damaged, seen.troubles) == ((), (), ())


class StoppedError(Exception):
    """A clerk who stops."""


def test_a_slow_upload_stops_when_it_is_asked_to(server):
    if server.kind is DropKind.S3:
        # Sent in one piece; what stops it is the time for which the server is silent.
        return
    with wire_to(server, per_second=400_000) as wire:
        place = open_place(server.drop(port=wire.port), lambda _fingerprint: None)
        began = time.monotonic()

        def stop() -> None:
            if time.monotonic() - began > 0.3:
                raise StoppedError

        try:
            with pytest.raises(StoppedError):
                place.write("", NAME, BIG, stop)
            # At that speed the whole file takes eight seconds.
            assert wire.sent < len(BIG)
        finally:
            place.close()


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, b"broken"),
        (207, b"<?xml version='1.0'?><D:multistatus xmlns:D='DAV:'><D:response>"),
        (207, b""),
        (200, b"<html>Please log in to the office network</html>"),
        (302, b""),
        (423, b"locked"),
    ],
)
def test_a_listing_that_is_nonsense_means_try_again(tmp_path, status, body):
    with answering(status, body) as drop, station(tmp_path, "市", drop) as reader:
        result = reader.sync(no_progress)
        assert [error.code for error in result.troubles] == [Code.DROP_UNREACHABLE]
        assert (result.fetched, reader.files.files()) == ((), [])


def test_an_sftp_server_with_another_key_gets_no_password(tmp_path):
    with serving(DropKind.SFTP, tmp_path / "share") as server:
        met: list[str] = []
        try_place(server.drop(), met.append)
        assert met[0].startswith("SHA256:")
        assert try_place(server.drop(host_key=met[0]), met.append) == 0
        with pytest.raises(InfodeskError) as caught:
            try_place(server.drop(host_key="SHA256:other"), met.append)
        assert caught.value.code is Code.DROP_HOST_CHANGED
        assert len(met) == 1


@pytest.mark.parametrize("kind", REMOTE, ids=str)
def test_a_server_that_says_nothing_is_given_up(kind, monkeypatch):
    """It takes the connection and is silent, as behind a firewall that swallows answers."""
    for place in ("sftp_place", "webdav_place", "s3_place"):
        for name in ("CONNECT_SECONDS", "SILENT_SECONDS"):
            monkeypatch.setattr(f"infodesk.exchange.{place}.{name}", 0.4)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        drop = Server(kind, Path(), silent.getsockname()[1]).drop()
        with pytest.raises(InfodeskError) as caught:
            try_place(drop, print)
    assert caught.value.code is Code.DROP_UNREACHABLE


def test_a_server_whose_certificate_nobody_vouches_for_gets_no_password(tmp_path):
    with secured(tmp_path) as (drop, asked):
        with pytest.raises(InfodeskError) as caught:
            try_place(replace(drop, user="u", secret="p"), print)
        assert caught.value.code is Code.DROP_UNTRUSTED
        assert asked == []
