"""Why a reader gave up; ``readers`` turns each into the error the user sees."""

from __future__ import annotations


class ReadingError(Exception):
    """A file could not be read."""


class DamagedError(ReadingError):
    """The file is of the right type and broken."""


class TooOldError(ReadingError):
    """The file is of a version that this reader does not know."""


class EncryptedError(ReadingError):
    """The file needs a password."""


class NotItsTypeError(ReadingError):
    """The file is of another type than its first bytes promise."""


class UndecodableError(ReadingError):
    """The bytes are no text.

    Attributes:
        encoding: the encoding they come closest to.
        offset: the first wrong byte, counted from 0 at the start of the file.
    """

    def __init__(self, encoding: str, offset: int) -> None:
        super().__init__(encoding, offset)
        self.encoding = encoding
        self.offset = offset
