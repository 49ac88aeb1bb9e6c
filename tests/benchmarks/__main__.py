"""``python -m tests.benchmarks [FOLDER OF TEXTS]``: print every ratio beside its bar."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import (
    check,
    draft,
    encrypted,
    exchange,
    files,
    lists,
    page,
    scale,
    search,
    window,
)


def main() -> int:
    """Run all benchmarks; return 1 where a bar is not kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("texts", nargs="?", type=Path, help="folder of .txt files to use")
    parser.add_argument("--rounds", type=int, default=9)
    names = (
        "window",
        "check",
        "draft",
        "encrypted",
        "files",
        "page",
        "search",
        "lists",
        "scale",
        "exchange",
    )
    parser.add_argument("--only", choices=names)
    parser.add_argument(
        "--items", type=int, default=100_000, help="for search (10,000 at least) and lists"
    )
    parser.add_argument("--months", type=int, default=36, help="for scale, 239,400 items each")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = max(1, given.rounds // 3)
        parts = {
            "window": lambda: window.run(folder, given.rounds),
            "check": lambda: check.run(given.rounds),
            "draft": lambda: draft.run(folder, given.rounds),
            "encrypted": lambda: encrypted.run(folder, given.rounds),
            "files": lambda: files.run(given.texts, folder, few),
            "exchange": lambda: exchange.run(folder, few, given.items),
            "page": lambda: page.run(folder, few),
            "search": lambda: search.run(folder, few, given.items),
            "scale": lambda: scale.run(folder, given.months),
            "lists": lambda: lists.run(folder, few, given.items),
        }
        kept = [run() for name, run in parts.items() if given.only in {None, name}]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
