"""A journal of any number of items, made of the sample texts' characters; the same every time.

Words occur as in real texts: a few of them everywhere, most of them hardly ever. Each text ends
with four characters drawn from all that Chinese has, so that there are rare pairs to look for.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta, timezone
from itertools import accumulate
from pathlib import Path

from infodesk import paths
from infodesk.workspace import Workspace

SEED = 20261120
CHINA = timezone(timedelta(hours=8))
BEGAN = datetime(2016, 1, 1, 8, tzinfo=CHINA)
DAYS = 3650
AT_ONCE = 5_000

STATES = {"draft": 3, "held": 0.01, "returned": 1, "approved": 20, "sent": 20, "issued": 56}
PARTING = "，，，，；、。"

_ITEMS = """INSERT INTO items (serial, id, rev, title, kind, unit, author, source, origin, state,
    created_at, updated_at, characters, section_states)
    VALUES (?, ?, 1, ?, ?, ?, '', 'file', '', ?, ?, ?, ?, ?)"""

_DOTS = '{"situation": "full", "measures": "full", "progress": "weak"}'


class Corpus:
    """Draws titles and texts."""

    def __init__(self) -> None:
        self._chance = random.Random(SEED)
        samples = sorted((paths.resources() / "samples").glob("*.txt"))
        text = "".join(path.read_text(encoding="utf-8") for path in samples)
        self._characters = [mark for mark in text if "\u4e00" <= mark <= "\u9fff"]
        words = [self._word() for _ in range(40_000)]
        weights = list(accumulate(1 / (rank + 20) for rank in range(len(words))))
        self.common = words[:60]
        self._sentences = [
            "".join(self._chance.choices(words, cum_weights=weights, k=self._chance.randint(4, 16)))
            + self._chance.choice(PARTING)
            for _ in range(60_000)
        ]
        self.units = [self._word(2) + "镇" for _ in range(80)]

    def title(self) -> str:
        """Return a title of usual length."""
        return self._chance.choice(self._sentences)[:-1][:24]

    def body(self) -> str:
        """Return a text of about 600 characters."""
        count = max(4, min(100, int(self._chance.lognormvariate(3.1, 0.6))))
        return "".join(self._chance.choices(self._sentences, k=count)) + self.rare() + "。"

    def rare(self) -> str:
        """Return four characters that hardly ever stand together."""
        return "".join(chr(self._chance.randrange(0x4E00, 0x9FA6)) for _ in range(4))

    def rows(
        self, first: int, last: int, count: int, kinds: list[str], *, texts: bool = True
    ) -> list[tuple[tuple, tuple]]:
        """Return rows of items and drafts by number; without ``texts`` these are a word each."""
        states = self._chance.choices(list(STATES), list(STATES.values()), k=last - first)
        made = []
        for serial, state in enumerate(states, start=first):
            at = (BEGAN + timedelta(days=DAYS * serial / count)).isoformat(timespec="milliseconds")
            body = self.body() if texts else self.rare()
            kind, unit = self._chance.choice(kinds), self._chance.choice(self.units)
            item = (serial, f"{serial:032x}", self.title(), kind, unit, state, at, at, len(body))
            made.append(((*item, _DOTS), (serial, "[]", body)))
        return made

    def _word(self, length: int = 0) -> str:
        count = length or self._chance.choice((1, 2, 2, 2, 2, 3, 4))
        return "".join(self._chance.choices(self._characters, k=count))


def journal_of(path: Path, count: int, *, texts: bool = True) -> Corpus:
    """Make a journal of as many items, all of them pending; return what they were drawn of."""
    corpus = Corpus()
    with Workspace(path) as workspace:
        workspace.settings.set("office.name", "示范县委办公室信息科")
        kinds = list(workspace.profiles)
        journal = workspace.search.index._journal
        for first in range(1, count + 1, AT_ONCE):
            rows = corpus.rows(first, min(first + AT_ONCE, count + 1), count, kinds, texts=texts)
            with journal.atomic():
                journal.connection.executemany(_ITEMS, [item for item, _ in rows])
                journal.connection.executemany(
                    "INSERT INTO drafts (item, parts, body) VALUES (?, ?, ?)",
                    [draft for _, draft in rows],
                )
    return corpus
