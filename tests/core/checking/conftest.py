from __future__ import annotations

import tomllib

import pytest

from infodesk import paths
from infodesk.core.checking.context import Context
from infodesk.core.checking.lexicon import Lexicon, lexicon_from
from infodesk.core.profiles import Profile, profile_from


def _tables(folder: str) -> dict[str, dict]:
    found = sorted((paths.resources() / folder).glob("*.toml"))
    return {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in found}


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return lexicon_from(*_tables("rules").values())


@pytest.fixture(scope="session")
def context(lexicon) -> Context:
    return Context(lexicon)


@pytest.fixture(scope="session")
def profiles() -> dict[str, Profile]:
    return {key: profile_from(data) for key, data in _tables("profiles").items()}
