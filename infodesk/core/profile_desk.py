"""The kinds of item: those that ship, as the office changed them, and the office's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.ports import SettingsStore
from infodesk.core.profiles import Profile

_KEYS = "profiles"


class ProfileDesk(Mapping[str, Profile]):
    """Profiles by key, in the order of their lists; an own one is kept as its TOML text.

    An own profile of a shipped one's key stands in its place until it is restored. The journal is
    read once, so any thread may look a profile up.

    Attributes:
        shipped: those that come with the program; they are never changed.
        unreadable: keys of own profiles that a newer program wrote; the shipped one stands in.
    """

    def __init__(self, shipped: Mapping[str, Profile], settings: SettingsStore) -> None:
        self.shipped = shipped
        self._settings = settings
        self.unreadable: tuple[str, ...] = ()
        self._own: dict[str, Profile] = {}
        self._every: dict[str, Profile] = dict(shipped)
        self.reload()

    def reload(self) -> None:
        """Read the journal again, after another program changed it."""
        own: dict[str, Profile] = {}
        unreadable = []
        for key in self._settings.get(_KEYS).split():
            from infodesk.core.profile_text import profile_of

            try:
                own[key] = replace(profile_of(self._kept(key), key), key=key)
            except InfodeskError:
                unreadable.append(key)
        self.unreadable = tuple(unreadable)
        self._own = own
        every = [*{**self.shipped, **own}.values()]
        every.sort(key=lambda profile: profile.order)
        self._every = {profile.key: profile for profile in every}

    def __getitem__(self, key: str) -> Profile:
        return self._every[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._every)

    def __len__(self) -> int:
        return len(self._every)

    def named(self, key: str) -> Profile:
        """Return the profile of a kind.

        Raises:
            InfodeskError: PROFILE_UNKNOWN.
        """
        found = self._every.get(key)
        if found is None:
            raise InfodeskError(Code.PROFILE_UNKNOWN, profile=key, known="、".join(self))
        return found

    def own(self) -> tuple[str, ...]:
        """Return the keys of the profiles that are the office's own or were changed by it."""
        return tuple(self._own)

    def text(self, key: str) -> str:
        """Return a profile as TOML.

        Raises:
            InfodeskError: PROFILE_UNKNOWN.
        """
        from infodesk.core.profile_text import text_of

        return text_of(self.named(key))

    def save(self, profile: Profile) -> Profile:
        """Keep a profile as the office's own, in the place of any other of its key.

        Raises:
            InfodeskError: PROFILE_WRONG, PROFILE_LINE_WRONG; PROFILE_NAME_TAKEN where another kind
                has its name. Nothing is kept then.
        """
        from infodesk.core.profile_text import text_of

        return self.take(text_of(profile), profile.key)

    def take(self, text: str, name: str = "") -> Profile:
        """Keep a profile that was written as TOML, under the key it names.

        Args:
            text: the TOML text.
            name: what it is called in an error.

        Raises:
            InfodeskError: as ``save``.
        """
        from infodesk.core.profile_text import profile_of, text_of

        profile = profile_of(text, name)
        if any(profile.name == each.name and profile.key != each.key for each in self.values()):
            raise InfodeskError(Code.PROFILE_NAME_TAKEN, name=profile.name)
        # The text first: a key without its text would be a profile that can't be read.
        self._settings.set(f"{_KEYS}.{profile.key}", text_of(profile))
        keys = self._settings.get(_KEYS).split()
        if profile.key not in keys:
            self._settings.set(_KEYS, " ".join((*keys, profile.key)))
        self.reload()
        return self[profile.key]

    def restore(self, key: str) -> Profile:
        """Put the shipped profile back in the place of the office's changed one.

        Raises:
            InfodeskError: PROFILE_UNKNOWN; PROFILE_NOT_SHIPPED for a kind of the office's own,
                which items may be of.
        """
        if key not in self.shipped:
            self.named(key)
            raise InfodeskError(Code.PROFILE_NOT_SHIPPED, profile=key)
        self._forget(key)
        return self[key]

    def remove(self, key: str, *, is_used: Callable[[str], bool]) -> str:
        """Take a kind of the office's own out; return its name.

        Args:
            key: of the kind.
            is_used: says whether any item is of a kind.

        Raises:
            InfodeskError: PROFILE_UNKNOWN; PROFILE_SHIPPED; PROFILE_IN_USE.
        """
        name = self.named(key).name
        if key in self.shipped:
            raise InfodeskError(Code.PROFILE_SHIPPED, name=name)
        if is_used(key):
            raise InfodeskError(Code.PROFILE_IN_USE, name=name)
        self._forget(key)
        self._settings.set(f"{_KEYS}.{key}", "")
        return name

    def _forget(self, key: str) -> None:
        keys = [each for each in self._settings.get(_KEYS).split() if each != key]
        self._settings.set(_KEYS, " ".join(keys))
        self.reload()

    def _kept(self, key: str) -> str:
        return self._settings.get(f"{_KEYS}.{key}")
