"""Searching, against LIKE, tantivy and FTS5's own ranking; making the index, against FTS5 alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from infodesk.core.search import END, Order, Wanted, fold, pairs, parse
from infodesk.shipped import initials
from infodesk.storage.search.index import HANDFUL
from infodesk.storage.search.keys import key_of
from infodesk.storage.search.lookup import match_of
from infodesk.workspace import Workspace
from tests.benchmarks import full_text_peer
from tests.benchmarks.corpus import Corpus, journal_of
from tests.benchmarks.measure import Bar, alternated, report

SHOWN = 50
BUILT = 5_000
"""Items of which the index is made twice, by us and by FTS5 alone."""

BUILD = Bar("index made", "FTS5 fed with ready pairs", 1.15)

_LIKE = """SELECT i.serial FROM items i JOIN drafts d ON d.item = i.serial
    WHERE i.title LIKE ? OR d.body LIKE ? ORDER BY i.serial DESC LIMIT ?"""

_TEXTS = """SELECT i.serial, i.created_at, i.title, d.body FROM items i
    JOIN drafts d ON d.item = i.serial WHERE i.serial BETWEEN ? AND ?"""


def run(folder: Path, rounds: int, count: int) -> bool:
    """Measure, print, and return whether the bars are kept."""
    path = folder / "search.infodesk"
    corpus = journal_of(path, count)
    with Workspace(path) as workspace:
        kept = report(alternated(_build(workspace), min(rounds, 3)), [BUILD])
        index = workspace.search.index
        began = time.perf_counter()
        acts = []
        while index.pending():
            acts.append(_timed(index.take_in))
        index.merge()
        took = time.perf_counter() - began
        acts.sort()
        print(
            f"{'index of ' + format(count, ','):28} {took:9.1f} s, in acts of"
            f" {acts[len(acts) // 2] * 1000:.0f} ms, {acts[-1] * 1000:.0f} ms at most"
        )
        kept = _queries(workspace, corpus, rounds, count) and kept
        kept = _ranked(workspace, corpus, rounds) and kept
        if not full_text_peer.is_here():
            print("tantivy is not compared with: pip install '.[bench]'")
            return kept
        _beside_tantivy(workspace, corpus, rounds, folder / "tantivy")
        return kept


def _beside_tantivy(workspace: Workspace, corpus: Corpus, rounds: int, folder: Path) -> None:
    """Print how tantivy does the same; the bars it is named in are wishes, not promises."""
    journal, finder = workspace.search.index._journal, workspace.search.finder
    peer = full_text_peer.FullTextPeer(folder)
    rows = journal.stream(f"{_TEXTS} ORDER BY i.serial", 1, 1 << 32)
    took = _timed(lambda: peer.build((serial, title, text) for serial, _, title, text in rows))
    size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    print(f"{'tantivy index':28} {took:9.1f} s, {size:.0f} MB, one thread")
    common = [word for word in corpus.common if len(word) == 2][:2]
    (text,) = journal.row("SELECT body FROM drafts WHERE item = ?", 1)
    long = next(word for word in corpus.common if len(word) >= 4)
    words = {"common": common[0], "fairly common": common[1], "long": long, "rare": text[-5:-1]}
    for kind, word in words.items():
        wanted = Wanted(parse(word))
        ranked = Wanted(parse(word), order=Order.RELEVANCE)
        found = [one.serial for one in finder.find(wanted, SHOWN)]
        assert found == peer.newest(word, SHOWN), word
        acts = {
            "ours by date": lambda wanted=wanted: finder.find(wanted, SHOWN),
            "tantivy by date": lambda word=word: peer.newest(word, SHOWN),
            "ours by relevance": lambda ranked=ranked: finder.find(ranked, SHOWN),
            "tantivy by relevance": lambda word=word: peer.ranked(word, SHOWN),
        }
        least = alternated(
            {name: lambda name=name, act=act: {name: _timed(act)} for name, act in acts.items()},
            max(rounds, 5),
        )
        for order in ("date", "relevance"):
            ours, theirs = least[f"ours by {order}"], least[f"tantivy by {order}"]
            print(
                f"{f'{kind} {word} by {order}':28} {ours * 1000:9.3f} ms"
                f"  {ours / theirs:5.2f} x tantivy ({theirs * 1000:.3f} ms)"
            )


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _build(workspace: Workspace) -> Mapping[str, Callable[[], Mapping[str, float]]]:
    """Return both ways of making an index of the same texts, in handfuls of the same size."""
    journal = workspace.search.index._journal
    made = "CREATE VIRTUAL TABLE ready USING fts5(title, text, initials, content='',"
    made += " contentless_delete=1, tokenize='ascii')"
    table = initials()

    def ours() -> Mapping[str, float]:
        journal.change("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        journal.change("DELETE FROM search_entries")
        journal.change("DELETE FROM search_pending WHERE kind = 1 AND ref <= ?", BUILT)
        journal.change(
            "INSERT INTO search_pending SELECT 1, serial FROM items WHERE serial <= ?", BUILT
        )
        # The oldest first, so that these are the ones.
        journal.change(
            "CREATE TEMP TABLE rest AS SELECT * FROM search_pending WHERE ref > ?", BUILT
        )
        journal.change("DELETE FROM search_pending WHERE ref > ?", BUILT)
        began = time.process_time()
        workspace.search.index.take_in_all()
        took = time.process_time() - began
        journal.change("INSERT INTO search_pending SELECT * FROM rest")
        journal.change("DROP TABLE rest")
        return {BUILD.measure: took}

    def theirs() -> Mapping[str, float]:
        journal.change("DROP TABLE IF EXISTS ready")
        journal.change(made)
        journal.change("INSERT INTO ready (ready, rank) VALUES ('hashsize', 67108864)")
        took = 0.0
        for first in range(1, BUILT + 1, HANDFUL):
            rows = [
                (
                    key_of(datetime.fromisoformat(at), 1, serial),
                    pairs(fold(title) + END),
                    pairs(fold(text) + END),
                    table.pairs(fold(title)),
                )
                for serial, at, title, text in journal.query(_TEXTS, first, first + HANDFUL - 1)
            ]
            began = time.process_time()
            with journal.atomic():
                journal.connection.executemany(
                    "INSERT INTO ready (rowid, title, text, initials) VALUES (?, ?, ?, ?)", rows
                )
            took += time.process_time() - began
        journal.change("DROP TABLE ready")
        return {BUILD.against: took}

    return {"ours": ours, "theirs": theirs}


def _queries(workspace: Workspace, corpus: Corpus, rounds: int, count: int) -> bool:
    """Compare searches by date with LIKE, for words of which LIKE reads every text."""
    journal = workspace.search.index._journal
    finder = workspace.search.finder
    tails = [text[-5:-1] for _, _, _, text in journal.query(_TEXTS, count // 3, count // 3 + 40)]
    rare = {
        "2 rare characters": [tail[:2] for tail in tails[:6]],
        "4 rare characters": tails[6:12],
        "2 common characters, far back": [corpus.common[40] + tails[12][:1]],
        "1 rare character": [tail[0] for tail in tails[13:16]],
        "nothing": ["龘龘龘"],
    }
    promised = {"2 rare characters": 1_000, "4 rare characters": 500}
    kept = True
    for name, words in rare.items():
        for word in words[: 2 if count > 200_000 else 6]:
            like = f"%{word}%"
            wanted = Wanted(parse(word))
            found = finder.find(wanted, SHOWN)
            scan = journal.query(_LIKE, like, like, SHOWN)
            assert [one.serial for one in found] == [serial for (serial,) in scan], word
            least = alternated(
                {
                    "ours": lambda wanted=wanted: {
                        "ours": _timed(lambda: finder.find(wanted, SHOWN))
                    },
                    "like": lambda like=like: {
                        "like": _timed(lambda: journal.query(_LIKE, like, like, SHOWN))
                    },
                },
                2 if count > 200_000 else rounds,
            )
            times = least["like"] / least["ours"]
            # LIKE's time grows with the journal, ours hardly: the bars are those of a million.
            least_times = promised.get(name, 100) * min(count / 1_000_000, 1)
            kept = kept and times >= least_times
            verdict = "within" if times >= least_times else "UNDER"
            print(
                f"{name + ' ' + word:28} {least['ours'] * 1000:9.3f} ms  {len(found):3} found"
                f"  {times:7.0f} x faster than LIKE  {verdict} {least_times:.0f}"
            )
    return kept


def _ranked(workspace: Workspace, corpus: Corpus, rounds: int) -> bool:
    """Compare bounded ranking with FTS5's own, for words that stand in many texts."""
    journal = workspace.search.index._journal
    finder = workspace.search.finder
    words = [word for word in corpus.common if len(word) == 2][:2]
    bars, least = [], {}
    for word in words:
        query = parse(word)
        plain = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rank LIMIT 50"
        match = match_of(query)
        matches = journal.row("SELECT count(*) FROM search_index WHERE search_index MATCH ?", match)
        bar = Bar(f"{word} by relevance", f"ORDER BY rank of {matches[0]}", 0.2)
        bars.append(bar)
        wanted = Wanted(query, order=Order.RELEVANCE)
        least |= alternated(
            {
                "ours": lambda wanted=wanted, bar=bar: {
                    bar.measure: _timed(lambda: finder.find(wanted, SHOWN))
                },
                "rank": lambda bar=bar, match=match, plain=plain: {
                    bar.against: _timed(lambda: journal.query(plain, match))
                },
            },
            rounds,
        )
    return report(least, bars)
