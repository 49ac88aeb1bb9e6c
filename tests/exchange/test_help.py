"""The page that writes the form down names every field, and no part is missing."""

from __future__ import annotations

import inspect
import re

import msgspec
import pytest

from infodesk import paths
from infodesk.core.batches import BatchKind, BatchStatus
from infodesk.exchange import container, wire

PAGE = (paths.resources() / "help" / "batch-file.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([^`]+)`", PAGE))
STRUCTS = [
    struct
    for _, struct in inspect.getmembers(wire, inspect.isclass)
    if issubclass(struct, msgspec.Struct) and struct is not msgspec.Struct
]


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_each_field_is_explained(struct):
    assert {field.name for field in msgspec.structs.fields(struct)} <= NAMED


def test_each_part_kind_and_status_is_explained():
    assert set(container.NAMES) <= NAMED
    assert {kind.value for kind in BatchKind} <= NAMED
    assert {status.value for status in BatchStatus} <= NAMED
