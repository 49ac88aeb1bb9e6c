"""Start: the window where no command is named, else the command line."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

WINDOW_OPTIONS = {"--journal", "--lang"}
WINDOW_FLAGS = {"--quit-when-ready"}


def main(arguments: list[str] | None = None) -> int:
    """Run infodesk; return its exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    options = _window_options(arguments)
    if options is None:
        from infodesk.cli import run as run_command

        return run_command(arguments)
    return _open_window(options)


def window() -> int:
    """Open the window without a console (Windows shortcuts); return its exit code."""
    return main([argument for argument in sys.argv[1:] if argument.startswith("--")] or [])


def _window_options(arguments: list[str]) -> dict[str, str] | None:
    """Return the window's options, or None where the arguments name a command or ask for help."""
    options: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name in WINDOW_FLAGS and not equals:
            options[name] = "1"
        elif name in WINDOW_OPTIONS and (equals or rest):
            options[name] = value if equals else rest.pop(0)
        else:
            return None
    return options


def _open_window(options: dict[str, str]) -> int:
    journal = options.get("--journal")
    # Nothing made on the way to the first paint is garbage: looking for some took a tenth of it.
    gc.disable()
    try:
        from infodesk.gui.app import run as run_window
    except ImportError as error:
        # WORKAROUND: Qt's wheels leave system libraries to the user; the loader's text names one.
        from infodesk import messages
        from infodesk.languages import default_language

        language = options.get("--lang") or default_language()
        print(messages.say("cli", "no-window", language, reason=error), file=sys.stderr)  # noqa: T201
        return 4
    return run_window(
        Path(journal) if journal else None,
        options.get("--lang"),
        quit_when_ready="--quit-when-ready" in options,
    )


if __name__ == "__main__":
    sys.exit(main())
