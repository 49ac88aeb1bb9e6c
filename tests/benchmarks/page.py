"""Pages against other makers of pages: typst, ReportLab, fpdf2, WeasyPrint, LibreOffice.

``first`` is a process from its start to its first file, ``warm`` another text in the same process,
``again`` the same text once more.
"""

from __future__ import annotations

import importlib.util
import json
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path

from infodesk import paths
from infodesk.core.plain_page import plain
from infodesk.export import word
from tests.benchmarks.measure import Bar, alternated, report

BARS = [
    Bar("infodesk 200 warm", "reportlab 200 warm", 0.75),
    Bar("infodesk 200 warm", "typst 200 warm", 1.0),
    Bar("infodesk 200 again", "typst 200 again", 1.0),
    Bar("infodesk 20 first", "typst 20 first", 1.5),
    Bar("infodesk 200 first", "typst 200 first", 1.5),
    Bar("infodesk 20 warm", "fpdf2 20 warm", 0.1),
    Bar("infodesk 20 warm", "libreoffice 20 warm", 0.1),
    Bar("infodesk 20 warm", "weasyprint 20 warm", 0.1),
    Bar("word 200 warm", "template 200 warm", 3.0),
    Bar("infodesk 2000 a page", "infodesk 20 a page", 1.25),
]
MOST_MEMORY_MB = 120
NEEDED = {"typst": "typst", "fpdf2": "fpdf", "weasyprint": "weasyprint", "reportlab": "reportlab"}
CHARACTERS_A_PAGE = 516
TEXTS = 4
_CLAUSE = re.compile("[一-鿿]+")


@cache
def _sentences() -> list[str]:
    texts = [path.read_text("utf-8") for path in sorted((paths.resources() / "samples").glob("*"))]
    joined = "".join("".join(text.split()) for text in texts)
    return [sentence + "。" for sentence in joined.split("。") if 8 < len(sentence) < 120]


def text_of(pages: int, seed: int) -> str:
    """Return that many pages of office text, its clauses in another order of hanzi for each seed.

    Sentences repeated as they are would be compressed away, which no real text is.
    """
    chosen = random.Random(seed)
    paragraphs: list[str] = []
    length = 0
    while length < pages * CHARACTERS_A_PAGE:
        sentences = chosen.sample(_sentences(), k=chosen.randrange(2, 5))
        paragraphs.append("".join(_shuffled(sentence, chosen) for sentence in sentences))
        length += len(paragraphs[-1])
    return "\n".join(paragraphs)


def _shuffled(sentence: str, chosen: random.Random) -> str:
    return _CLAUSE.sub(lambda found: "".join(chosen.sample(found[0], len(found[0]))), sentence)


def run(folder: Path, rounds: int) -> bool:
    """Measure, print, and return whether the bars are kept; a peer that is missing is named."""
    texts = {pages: _texts(folder / str(pages), pages) for pages in (20, 200, 2000)}
    names = [*NEEDED, "libreoffice"]
    missing = [name for name in names if not _is_here(name)]
    if missing:
        print("not installed, not measured:", *missing)
    variants = {}
    for pages in (20, 200):
        for name in ("infodesk", "word", "template", *names):
            if name not in missing:
                variants[f"{name} {pages}"] = partial(_measured, name, pages, texts[pages])
    variants["infodesk 2000"] = partial(_measured, "infodesk", 2000, texts[2000][:2])
    least = alternated(variants, rounds)
    for pages in (20, 2000):
        least[f"infodesk {pages} a page"] = least[f"infodesk {pages} warm"] / pages
    for name in sorted(least):
        if not name.endswith("memory"):
            print(f"{name:28} {least[name] * 1000:9.3f} ms")
    kept = report(least, [bar for bar in BARS if bar.against in least])
    memory = least["infodesk 200 memory"]
    print(f"{'memory at 200 pages':28} {memory:9.1f} MB (at most {MOST_MEMORY_MB})")
    return kept and memory <= MOST_MEMORY_MB


def _is_here(name: str) -> bool:
    if name == "libreoffice":
        return shutil.which("soffice") is not None
    return importlib.util.find_spec(NEEDED[name]) is not None


def _texts(folder: Path, pages: int) -> list[Path]:
    """Write texts of so many pages, and each as a Word file beside it for LibreOffice."""
    folder.mkdir()
    made = []
    for seed in range(TEXTS):
        text = text_of(pages, seed)
        made.append(folder / f"{seed}.txt")
        made[-1].write_text(text, "utf-8")
        if pages <= 200:
            made[-1].with_suffix(".docx").write_bytes(word.render(plain(text)))
    return made


def _measured(name: str, pages: int, texts: list[Path]) -> Mapping[str, float]:
    fonts = paths.resources() / "fonts"
    given = [name, texts[0].parent, fonts, str(time.monotonic()), *texts]
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.peers", *given],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    found = json.loads(done.stdout)
    return {f"{name} {pages} {what}": value for what, value in found.items()}
