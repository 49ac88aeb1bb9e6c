"""What every test may use: a fixed clock, and a home that is not the tester's own."""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

# An example that is slow on a busy machine is no fault, so no deadline; and the same examples on
# every run, so that a red run can be repeated.
settings.register_profile("infodesk", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("infodesk")

CHINA = timezone(timedelta(hours=8))


class FixedClock:
    """A clock that stands until a test moves it."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """Return the moment it stands at."""
        return self.moment

    def advance(self, **by: float) -> None:
        """Move it forward, by the keywords of ``timedelta``."""
        self.moment += timedelta(**by)


@pytest.fixture
def clock() -> FixedClock:
    """Return a clock that stands at nine in the morning of a working day, UTC+8."""
    return FixedClock(datetime(2026, 11, 20, 9, 0, tzinfo=CHINA))


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory):
    """Point every per-user folder into the test's own, and speak Chinese."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
            patch.setenv(name, str(home))
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
            patch.setenv(name, "zh_CN.UTF-8")
        # What is installed on the tester's machine must change no page.
        patch.setattr("infodesk.export.installed_fonts.font_folders", lambda: ())
        yield home
