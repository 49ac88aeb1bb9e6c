"""Other programs that read old Word files, where they are installed; tried one after the other."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from infodesk.archive import docx_text
from infodesk.archive.faults import ReadingError

LONGEST_SECONDS = 60
"""How long a program may take with one file."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that turns an old document into text.

    Attributes:
        name: what is looked for on the PATH.
        arguments: of a file and the folder it may write to.
        makes: name of the .docx it leaves in the folder; empty where it prints UTF-8.
    """

    name: str
    arguments: Callable[[Path, Path], list[str]]
    makes: str = ""


PROGRAMS: tuple[Program, ...] = (
    Program("antiword", lambda file, _: ["-m", "UTF-8.txt", "-w", "0", str(file)]),
    Program("catdoc", lambda file, _: ["-d", "utf-8", "-w", str(file)]),
    Program(
        "soffice",
        lambda file, folder: [
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--convert-to", "docx", "--outdir", str(folder)),
            str(file),
        ],
        makes="document.docx",
    ),
)


def converted(data: bytes, programs: Sequence[Program] = PROGRAMS) -> str | None:
    """Return a document's text from the first program that reads it; None where none does."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        file = folder / "document.doc"
        file.write_bytes(data)
        for program in programs:
            found = shutil.which(program.name)
            text = _text_by(program, found, file, folder) if found else ""
            if text.strip():
                return text
    return None


def _text_by(program: Program, found: str, file: Path, folder: Path) -> str:
    command = [found, *program.arguments(file, folder)]
    try:
        ran = subprocess.run(
            command,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST_SECONDS,
        )
        if not program.makes:
            return ran.stdout.decode("utf-8")
        return docx_text.text_of((folder / program.makes).read_bytes())
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError, ReadingError):
        return ""
