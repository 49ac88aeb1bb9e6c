"""A part of the altered files on each run, and proof that the harness sees what gets through."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from infodesk.core.batches import Batch
from infodesk.exchange import container, minisign
from infodesk.exchange.zip_shell import unpacked
from tests.exchange import alterations

SEED = 20261122


def part_of_them(read=container.read) -> alterations.Outcome:
    return alterations.run(seed=SEED, disturb=800, rebuild=400, every_bit=False, read=read)


def test_no_altered_file_is_read_as_another_content_or_a_surprise():
    outcome = part_of_them()
    assert outcome.faults == [], SEED
    assert outcome.files > 5000
    # Every kind of refusal is met: shell, names, signature, sizes, checksums.
    assert {
        *("batch-not-one", "batch-altered", "batch-entries-wrong", "batch-signature-wrong"),
        *("batch-too-large", "batch-part-altered"),
    } <= set(outcome.refused)


def without_signature(data: bytes) -> Batch:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(minisign, "verifies", lambda *_given: True)
        return container.read(data)


def without_shell(data: bytes) -> Batch:
    """Read as a careless program would: whatever the ZIP library finds under the right names."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        manifest = json.loads(opened.read("manifest.json"))
        parts = opened.read("items.jsonl").split(b"\n")
    return replace(alterations.SMALL, seq=manifest["seq"] + len(parts))


@pytest.mark.parametrize("careless", [without_signature, without_shell])
def test_the_harness_sees_a_careless_reader(careless):
    assert part_of_them(careless).faults


def test_every_part_is_there_to_be_altered():
    parts = container.parts_in(alterations.WHOLE, container.NAMES)
    assert [part.name for part in parts] == list(container.NAMES)
    assert all(unpacked(part, 1 << 20) for part in parts)
