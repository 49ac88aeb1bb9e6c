"""The group of commands on the journal itself; each family of them is in a file of its own."""

from __future__ import annotations

import click

from infodesk.cli.language import TranslatedGroup


@click.group(cls=TranslatedGroup, name="journal")
def journal() -> None:
    """Stand for the commands on the journal as a whole."""
