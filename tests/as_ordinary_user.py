"""Run the command line without root's power to write anywhere: ``-m tests.as_ordinary_user``.

The program is used once before the power is dropped, so that everything it loads late is loaded:
its own folder may be closed to ordinary users.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from infodesk.cli import run
from infodesk.self_test import run_self_test

NOBODY = 65_534


def main() -> int:
    """Run the command named by the arguments; return its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        run_self_test(Path(folder))
    run(["--help"])
    sys.stdout.flush()
    print("----")
    sys.stdout.flush()
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
