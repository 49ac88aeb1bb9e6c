"""The same work without a window: the commands, their language and their exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from infodesk import __version__, messages
from infodesk.cli import (
    answers,
    batches,
    bulletins,
    checks,
    desk,
    drops,
    items,
    journal,
    journal_checks,
    journal_copies,
    journal_keys,
    mastheads,
    paper_sets,
    papers,
    places,
    profiles,
    redactions,
    references,
    rules,
    searching,
    stations,
    statistics,
    versions,
)
from infodesk.cli.language import TranslatedGroup, translate, usage_sentence
from infodesk.core.errors import InfodeskError, Kind
from infodesk.languages import LANGUAGES, default_language


@click.group(cls=TranslatedGroup, name="infodesk", epilog="")
@click.version_option(__version__, message="infodesk %(version)s")
def root() -> None:
    """Stand for all commands; the sentences are in ``cli.toml``."""


for _command in (
    desk.demo,
    desk.office,
    desk.self_test,
    checks.check,
    items.add,
    items.follow,
    items.list_items,
    items.show,
    searching.search,
    items.approve,
    items.withdraw,
    items.hold,
    items.release,
    items.send_back,
    versions.versions,
    versions.discard,
    versions.recover,
    bulletins.series,
    bulletins.issue,
    mastheads.masthead,
    profiles.profile,
    rules.rule,
    places.place,
    references.reference,
    batches.batch,
    drops.drop,
    statistics.statistics,
    stations.station,
    stations.roster,
    answers.adoption,
    answers.commission,
    answers.directive,
    answers.conflicts,
    papers.typeset,
    journal.journal,
):
    root.add_command(_command)

for _command in (
    *journal_copies.COMMANDS,
    *journal_keys.COMMANDS,
    *journal_checks.COMMANDS,
    *redactions.COMMANDS,
):
    journal.journal.add_command(_command)
for _command in paper_sets.COMMANDS:
    batches.batch.add_command(_command)


def run(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code: 0 done, 1 findings, 2 wrong use, 3 refused, 4 place.

    Every expected error is one sentence on standard error, in the language of ``--lang``.
    """
    _speak_utf8()
    language = _language_of(arguments)
    translate(root, language)
    try:
        result = root.main(list(arguments), prog_name="infodesk", standalone_mode=False)
    except InfodeskError as error:
        click.echo(messages.sentence(error, language), err=True)
        return int(error.code.kind)
    except click.UsageError as error:
        click.echo(usage_sentence(error, language), err=True)
        return int(Kind.WRONG_USE)
    except click.Abort:
        return int(Kind.REFUSED)
    except BrokenPipeError:
        # The reader of our output went away (| head): nothing is lost, nothing to say.
        sys.stderr.close()
        return 0
    return result if isinstance(result, int) else 0


def _language_of(arguments: Sequence[str]) -> str:
    """Return the language ``--lang`` names, before anything is parsed, else the locale's."""
    for position, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or next(iter(arguments[position + 1 :]), "")
            if value in LANGUAGES:
                return value
    return default_language()


def _speak_utf8() -> None:
    """Make redirected output UTF-8 on every platform; a console keeps its own encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            if stream.isatty():
                reconfigure(errors="replace")
            else:
                reconfigure(encoding="utf-8", errors="surrogateescape")
