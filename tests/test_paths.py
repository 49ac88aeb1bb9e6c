"""The user's folders are those that platformdirs names, without loading it."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from infodesk import paths

VARIABLES = ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


@pytest.mark.parametrize("named", ["as it is", "elsewhere", "not a full path", "nowhere"])
def test_the_folders_are_those_of_the_platform(named: str, tmp_path: Path, monkeypatch):
    for variable in VARIABLES if named != "as it is" else ():
        value = {"elsewhere": str(tmp_path), "not a full path": "folder"}.get(named)
        if value is None:
            monkeypatch.delenv(variable)
        else:
            monkeypatch.setenv(variable, value)
    told = [
        function("infodesk", appauthor=False)
        for function in (
            platformdirs.user_data_dir,
            platformdirs.user_log_dir,
            platformdirs.user_cache_dir,
        )
    ]
    assert [paths.data_folder(), paths.log_folder(), paths.cache_folder()] == list(map(Path, told))
