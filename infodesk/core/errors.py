"""The one error infodesk raises on purpose: a code and parameters, never a sentence.

The sentences are in ``resources/i18n/messages/errors.toml``; a test holds that each code has one.
"""

from __future__ import annotations

from enum import Enum, IntEnum


class Kind(IntEnum):
    """What an expected error means to the caller; the value is the exit code."""

    WRONG_USE = 2
    REFUSED = 3
    ENVIRONMENT = 4


class Code(Enum):
    """Every expected error: its name in the tables, and its kind."""

    ITEM_NOT_FOUND = ("item-not-found", Kind.WRONG_USE)
    ITEM_CHANGED_ELSEWHERE = ("item-changed-elsewhere", Kind.REFUSED)
    ITEM_STATE_FORBIDS = ("item-state-forbids", Kind.REFUSED)
    ITEM_LACKS_MUST = ("item-lacks-must", Kind.REFUSED)
    ITEM_NOT_APPROVED = ("item-not-approved", Kind.REFUSED)
    ITEM_CLASSIFIED = ("item-classified", Kind.REFUSED)
    ITEM_EMPTY = ("item-empty", Kind.REFUSED)
    NAME_REQUIRED = ("name-required", Kind.WRONG_USE)
    REASON_REQUIRED = ("reason-required", Kind.WRONG_USE)
    PROFILE_UNKNOWN = ("profile-unknown", Kind.WRONG_USE)
    PROFILE_WRONG = ("profile-wrong", Kind.REFUSED)
    PROFILE_LINE_WRONG = ("profile-line-wrong", Kind.REFUSED)
    PROFILE_NAME_TAKEN = ("profile-name-taken", Kind.REFUSED)
    PROFILE_NOT_SHIPPED = ("profile-not-shipped", Kind.REFUSED)
    RULE_UNKNOWN = ("rule-unknown", Kind.WRONG_USE)
    RULE_FIXED = ("rule-fixed", Kind.REFUSED)
    RULE_WORDING_WRONG = ("rule-wording-wrong", Kind.REFUSED)
    RULES_LINE_WRONG = ("rules-line-wrong", Kind.REFUSED)
    NOTHING_TO_CHECK = ("nothing-to-check", Kind.WRONG_USE)
    ITEM_TOO_LONG = ("item-too-long", Kind.REFUSED)
    ITEM_EXISTS = ("item-exists", Kind.REFUSED)
    VERSION_NOT_FOUND = ("version-not-found", Kind.WRONG_USE)
    SERIES_NOT_FOUND = ("series-not-found", Kind.WRONG_USE)
    SERIES_INCOMPLETE = ("series-incomplete", Kind.WRONG_USE)
    SERIES_KEY_TAKEN = ("series-key-taken", Kind.REFUSED)
    SERIES_NUMBER_TAKEN = ("series-number-taken", Kind.REFUSED)
    ISSUE_NOT_FOUND = ("issue-not-found", Kind.WRONG_USE)
    ISSUE_CHANGED_ELSEWHERE = ("issue-changed-elsewhere", Kind.REFUSED)
    ISSUE_STATE_FORBIDS = ("issue-state-forbids", Kind.REFUSED)
    ISSUE_EMPTY = ("issue-empty", Kind.REFUSED)
    ISSUE_ITEM_TWICE = ("issue-item-twice", Kind.REFUSED)
    ISSUE_YEAR_CLOSED = ("issue-year-closed", Kind.REFUSED)
    JOURNAL_FOREIGN = ("journal-foreign", Kind.REFUSED)
    JOURNAL_NEWER = ("journal-newer", Kind.REFUSED)
    JOURNAL_IN_USE = ("journal-in-use", Kind.REFUSED)
    JOURNAL_IS_FOLDER = ("journal-is-folder", Kind.WRONG_USE)
    JOURNAL_FOLDER_MISSING = ("journal-folder-missing", Kind.WRONG_USE)
    JOURNAL_DAMAGED = ("journal-damaged", Kind.ENVIRONMENT)
    JOURNAL_READ_ONLY = ("journal-read-only", Kind.ENVIRONMENT)
    JOURNAL_BUSY = ("journal-busy", Kind.ENVIRONMENT)
    JOURNAL_DISK_FULL = ("journal-disk-full", Kind.ENVIRONMENT)
    JOURNAL_BALLAST_GONE = ("journal-ballast-gone", Kind.ENVIRONMENT)
    JOURNAL_DISK_TIGHT = ("journal-disk-tight", Kind.ENVIRONMENT)
    JOURNAL_DISK_FAILS = ("journal-disk-fails", Kind.ENVIRONMENT)
    JOURNAL_ON_NETWORK = ("journal-on-network", Kind.ENVIRONMENT)
    JOURNAL_NOT_EMPTY = ("journal-not-empty", Kind.REFUSED)
    BACKUP_DAMAGED = ("backup-damaged", Kind.REFUSED)
    BACKUP_NO_ROOM = ("backup-no-room", Kind.ENVIRONMENT)
    BACKUP_PLACE_MISSING = ("backup-place-missing", Kind.ENVIRONMENT)
    BACKUP_PLACE_FAILS = ("backup-place-fails", Kind.ENVIRONMENT)
    EXPORT_NOT_ONE = ("export-not-one", Kind.REFUSED)
    EXPORT_TOO_NEW = ("export-too-new", Kind.REFUSED)
    EXPORT_ALTERED = ("export-altered", Kind.REFUSED)
    JOURNAL_LOCKED = ("journal-locked", Kind.REFUSED)
    JOURNAL_KEYS_MISSING = ("journal-keys-missing", Kind.ENVIRONMENT)
    JOURNAL_KEYS_DAMAGED = ("journal-keys-damaged", Kind.ENVIRONMENT)
    JOURNAL_KEYS_OTHER = ("journal-keys-other", Kind.ENVIRONMENT)
    JOURNAL_OPEN_BESIDE = ("journal-open-beside", Kind.REFUSED)
    JOURNAL_IS_PLAIN = ("journal-is-plain", Kind.WRONG_USE)
    JOURNAL_IS_ENCRYPTED = ("journal-is-encrypted", Kind.WRONG_USE)
    PASSPHRASE_WRONG = ("passphrase-wrong", Kind.REFUSED)
    PASSPHRASE_SHORT = ("passphrase-short", Kind.WRONG_USE)
    RECOVERY_CODE_LENGTH = ("recovery-code-length", Kind.WRONG_USE)
    RECOVERY_CODE_WRONG = ("recovery-code-wrong", Kind.WRONG_USE)
    KEYRING_MISSING = ("keyring-missing", Kind.ENVIRONMENT)
    TEXT_HAS_NUL = ("text-has-nul", Kind.REFUSED)
    FILE_MISSING = ("file-missing", Kind.WRONG_USE)
    FILE_IS_FOLDER = ("file-is-folder", Kind.WRONG_USE)
    FILE_NOT_REGULAR = ("file-not-regular", Kind.WRONG_USE)
    FILE_UNREADABLE = ("file-unreadable", Kind.ENVIRONMENT)
    FILE_TYPE_UNKNOWN = ("file-type-unknown", Kind.WRONG_USE)
    FILE_NOT_ITS_TYPE = ("file-not-its-type", Kind.REFUSED)
    FILE_DAMAGED = ("file-damaged", Kind.REFUSED)
    FILE_ENCRYPTED = ("file-encrypted", Kind.REFUSED)
    FILE_TOO_LARGE = ("file-too-large", Kind.REFUSED)
    FILE_EMPTY = ("file-empty", Kind.REFUSED)
    FILE_TOO_OLD = ("file-too-old", Kind.REFUSED)
    TEXT_UNDECODABLE = ("text-undecodable", Kind.REFUSED)
    STATISTICS_EXTRA_MISSING = ("statistics-extra-missing", Kind.ENVIRONMENT)
    STATISTICS_MONTH_OPEN = ("statistics-month-open", Kind.WRONG_USE)
    DROP_NOT_SET = ("drop-not-set", Kind.WRONG_USE)
    DROP_ADDRESS_WRONG = ("drop-address-wrong", Kind.WRONG_USE)
    DROP_FOLDER_WRONG = ("drop-folder-wrong", Kind.WRONG_USE)
    DROP_FOLDER_MISSING = ("drop-folder-missing", Kind.ENVIRONMENT)
    DROP_KEY_UNREADABLE = ("drop-key-unreadable", Kind.WRONG_USE)
    DROP_SECRET_PLAIN = ("drop-secret-plain", Kind.REFUSED)
    DROP_EXTRA_MISSING = ("drop-extra-missing", Kind.ENVIRONMENT)
    DROP_UNREACHABLE = ("drop-unreachable", Kind.ENVIRONMENT)
    DROP_FORBIDDEN = ("drop-forbidden", Kind.ENVIRONMENT)
    DROP_LOGIN_REFUSED = ("drop-login-refused", Kind.ENVIRONMENT)
    DROP_UNTRUSTED = ("drop-untrusted", Kind.REFUSED)
    DROP_HOST_CHANGED = ("drop-host-changed", Kind.REFUSED)
    DROP_DIFFERS = ("drop-differs", Kind.ENVIRONMENT)
    BATCH_EMPTY = ("batch-empty", Kind.WRONG_USE)
    BATCH_TOO_LARGE = ("batch-too-large", Kind.REFUSED)
    BATCH_NOT_ONE = ("batch-not-one", Kind.REFUSED)
    BATCH_ENTRIES_WRONG = ("batch-entries-wrong", Kind.REFUSED)
    BATCH_ALTERED = ("batch-altered", Kind.REFUSED)
    BATCH_PART_ALTERED = ("batch-part-altered", Kind.REFUSED)
    BATCH_MANIFEST_WRONG = ("batch-manifest-wrong", Kind.REFUSED)
    BATCH_COUNT_WRONG = ("batch-count-wrong", Kind.REFUSED)
    BATCH_TOO_NEW = ("batch-too-new", Kind.REFUSED)
    BATCH_ID_REUSED = ("batch-id-reused", Kind.REFUSED)
    BATCH_IS_DRILL = ("batch-is-drill", Kind.REFUSED)
    BATCH_ITEM_UNFIT = ("batch-item-unfit", Kind.REFUSED)
    BATCH_READ_BACK = ("batch-read-back", Kind.ENVIRONMENT)
    BATCH_FILE_EXISTS = ("batch-file-exists", Kind.REFUSED)
    MASTHEAD_UNKNOWN = ("masthead-unknown", Kind.WRONG_USE)
    MASTHEAD_WRONG = ("masthead-wrong", Kind.ENVIRONMENT)
    MASTHEAD_LINE_WRONG = ("masthead-line-wrong", Kind.REFUSED)
    MASTHEAD_UNNAMED = ("masthead-unnamed", Kind.WRONG_USE)
    MASTHEAD_LABEL_TAKEN = ("masthead-label-taken", Kind.REFUSED)
    MASTHEAD_NEEDS_DOCX = ("masthead-needs-docx", Kind.REFUSED)
    MASTHEAD_NOT_SEEN = ("masthead-not-seen", Kind.REFUSED)
    FONT_UNREADABLE = ("font-unreadable", Kind.ENVIRONMENT)
    STYLE_UNKNOWN = ("style-unknown", Kind.WRONG_USE)
    STYLE_WRONG = ("style-wrong", Kind.ENVIRONMENT)
    FIELD_UNKNOWN = ("field-unknown", Kind.WRONG_USE)
    FIELD_UNREADABLE = ("field-unreadable", Kind.WRONG_USE)
    TABLE_TOO_WIDE = ("table-too-wide", Kind.REFUSED)
    IMAGE_UNREADABLE = ("image-unreadable", Kind.REFUSED)
    TEXT_UNPRINTABLE = ("text-unprintable", Kind.REFUSED)
    RECIPIENT_UNREADABLE = ("recipient-unreadable", Kind.WRONG_USE)
    NOTHING_TO_WRITE = ("nothing-to-write", Kind.WRONG_USE)
    WITNESS_REQUIRED = ("witness-required", Kind.WRONG_USE)
    REDACTION_NOT_FOUND = ("redaction-not-found", Kind.REFUSED)
    REDACTION_REPEATS = ("redaction-repeats", Kind.REFUSED)
    OUTPUT_DISK_FULL = ("output-disk-full", Kind.ENVIRONMENT)
    OUTPUT_FORBIDDEN = ("output-forbidden", Kind.ENVIRONMENT)
    OUTPUT_FOLDER_MISSING = ("output-folder-missing", Kind.WRONG_USE)
    OUTPUT_IS_FOLDER = ("output-is-folder", Kind.WRONG_USE)
    OUTPUT_FAILS = ("output-fails", Kind.ENVIRONMENT)

    def __init__(self, text: str, kind: Kind) -> None:
        self.text = text
        self.kind = kind


class InfodeskError(Exception):
    """An expected error.

    Attributes:
        code: which one.
        params: what its sentence needs, by the name of the placeholder.
    """

    def __init__(self, code: Code, **params: object) -> None:
        super().__init__(code.text, params)
        self.code = code
        self.params = params
