"""Coverage-guided fuzzing of the reader: ``python -m tests.exchange.fuzz --runs 2000000``.

Needs the extra ``fuzz`` (atheris). It ends with a crash report of atheris where the reader raises
anything but an expected error, or accepts a file that does not say what the original said.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["infodesk.exchange", "infodesk.core"]):
    from infodesk.core.errors import InfodeskError
    from infodesk.exchange import container
    from infodesk.exchange.zip_shell import STORED, packed, parts_in, shell
    from tests.exchange.alterations import SMALL, WHOLE, plain

TOLD_EVERY = 100_000
"""Runs after which the count is told."""


def look(data: bytes) -> None:
    """Read bytes as a file, and as the parts of one in a right shell."""
    for file in (data, _shelled(data)):
        try:
            found = container.read(file)
        except InfodeskError:
            continue
        if plain(found) != SMALL:
            raise AssertionError("read as another content")


def _shelled(data: bytes) -> bytes:
    names = container.NAMES
    cuts = sorted({len(data) * place // 7 for place in (1, 3, 5)})
    pieces = [
        container.MIMETYPE,
        *(data[a:b] for a, b in zip([0, *cuts], [*cuts, None], strict=True)),
    ]
    return shell(
        [packed(name, piece, method=STORED) for name, piece in zip(names, pieces, strict=False)]
    )


def main() -> None:
    """Fuzz as long as asked, starting from a whole file and its pieces."""
    parser = argparse.ArgumentParser(prog="python -m tests.exchange.fuzz")
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=20261122)
    asked = parser.parse_args()
    began = time.perf_counter()
    counted = 0

    def counting(data: bytes) -> None:
        nonlocal counted
        counted += 1
        look(data)
        if counted == asked.runs or counted % TOLD_EVERY == 0:
            seconds = time.perf_counter() - began
            print(f"{counted} runs, no fault, seed {asked.seed}, {seconds:.0f} s", flush=True)

    look(WHOLE)
    corpus = Path(tempfile.mkdtemp(prefix="infodesk-fuzz-"))
    (corpus / "whole").write_bytes(WHOLE)
    (corpus / "parts").write_bytes(
        b"".join(part.packed for part in parts_in(WHOLE, container.NAMES))
    )
    options = [
        f"-runs={asked.runs}",
        f"-seed={asked.seed}",
        "-max_len=6000",
        "-print_final_stats=0",
    ]
    atheris.Setup([sys.argv[0], *options, "-verbosity=0", str(corpus)], counting)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
