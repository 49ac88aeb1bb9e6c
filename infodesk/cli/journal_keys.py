"""The encrypted journal on the command line: on, off, another passphrase, another recovery code."""

from __future__ import annotations

from pathlib import Path

import click

from infodesk.cli.language import TranslatedCommand
from infodesk.cli.options import Function, journal_option, tell
from infodesk.cli.unlocking import new_passphrase
from infodesk.core.errors import Code, InfodeskError


def _new_passphrase_option(function: Function) -> Function:
    return click.option(
        "--new-passphrase-file", "new_file", type=click.Path(path_type=Path), metavar="FILE"
    )(function)


def _sheet_option(function: Function) -> Function:
    return click.option("--sheet", type=click.Path(path_type=Path), metavar="PDF")(function)


def _require(journal: Path) -> None:
    """Refuse a journal that is not there: a new, empty one would be made of a slip of the pen."""
    if not journal.exists():
        raise InfodeskError(Code.FILE_MISSING, path=journal)


@click.command(cls=TranslatedCommand, name="encrypt")
@_new_passphrase_option
@_sheet_option
@click.option("--backups", is_flag=True)
@journal_option
def encrypt(
    *, new_file: Path | None, sheet: Path | None, backups: bool, journal: Path, lang: str
) -> None:
    """Encrypt the journal; print its recovery code."""
    from infodesk import encryption, safekeeping

    _require(journal)
    if sheet is not None:
        from infodesk.files import require_output

        require_output(sheet)
    if encryption.is_encrypted(journal):
        if not backups:
            raise InfodeskError(Code.JOURNAL_IS_ENCRYPTED, path=journal)
    else:
        passphrase = new_passphrase(new_file, journal)
        with safekeeping.held(journal):
            code = encryption.encrypt(journal, passphrase)
        # First of all: whatever goes wrong after it, the code has been seen.
        click.echo(code)
        tell("journal-encrypted", lang, path=journal)
        _write_sheet(code, sheet, journal, lang)
    if backups:
        count = encryption.encrypt_backups(journal)
        tell("backups-encrypted", lang, count=count)
    elif plain := encryption.plain_backups(journal):
        tell("backups-plain", lang, count=len(plain), folder=plain[0].parent)


@click.command(cls=TranslatedCommand, name="decrypt")
@journal_option
def decrypt(journal: Path, lang: str) -> None:
    """Take the encryption off the journal."""
    from infodesk import encryption, safekeeping

    _require(journal)
    with safekeeping.held(journal):
        encryption.decrypt(journal)
    tell("journal-decrypted", lang, path=journal)


@click.command(cls=TranslatedCommand, name="passphrase")
@_new_passphrase_option
@journal_option
def passphrase(new_file: Path | None, journal: Path, lang: str) -> None:
    """Give the journal another passphrase."""
    from infodesk import encryption

    _require(journal)
    _require_encrypted(journal)
    count = encryption.change_passphrase(journal, new_passphrase(new_file, journal))
    tell("passphrase-changed", lang, count=count)


@click.command(cls=TranslatedCommand, name="recovery-code")
@_sheet_option
@journal_option
def recovery_code(sheet: Path | None, journal: Path, lang: str) -> None:
    """Make another recovery code, and print it."""
    from infodesk import encryption

    _require(journal)
    _require_encrypted(journal)
    code = encryption.renew_code(journal)
    click.echo(code)
    tell("recovery-code-renewed", lang)
    _write_sheet(code, sheet, journal, lang)


@click.command(cls=TranslatedCommand, name="remember")
@click.option("--forget", is_flag=True)
@journal_option
def remember(*, forget: bool, journal: Path, lang: str) -> None:
    """Let this PC's keyring open the journal, or no more."""
    from infodesk import encryption

    _require(journal)
    _require_encrypted(journal)
    encryption.remember(journal, remembered=not forget)
    tell("journal-forgotten" if forget else "journal-remembered", lang)


def _require_encrypted(journal: Path) -> None:
    from infodesk import encryption

    if not encryption.is_encrypted(journal):
        raise InfodeskError(Code.JOURNAL_IS_PLAIN, path=journal)


def _write_sheet(code: str, sheet: Path | None, journal: Path, lang: str) -> None:
    if sheet is None:
        return
    from infodesk import encryption
    from infodesk.cli.options import open_workspace
    from infodesk.cli.writing import write_document

    with open_workspace(journal) as workspace:
        office, clock = workspace.settings.get("office.name"), workspace.clock
    write_document(encryption.sheet(journal, code, office, clock), None, sheet, lang)


COMMANDS = (encrypt, decrypt, passphrase, recovery_code, remember)
