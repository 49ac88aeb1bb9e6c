"""The command line in Chinese and English: help texts, headings and complaints from one table.

Commands are declared without a sentence; ``translate`` fills them in from ``cli.toml`` by the
command's path (``issue.export``) and the parameter's name (``issue.export.pdf``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from infodesk import messages
from infodesk.languages import LANGUAGES

KEEP_LINES = "\b\n"
"""Click's mark before a paragraph whose line ends are kept: Chinese has no spaces to wrap at."""


class _Formatter(click.HelpFormatter):
    """Writes the headings of a help page in the chosen language."""

    language = "zh"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(
            prog, args, prefix or messages.say("cli", "heading-usage", self.language)
        )

    def write_heading(self, heading: str) -> None:
        key = f"heading-{heading.lower()}"
        colon = "：" if self.language == "zh" else ":"
        text = messages.say("cli", key, self.language)
        self.write(f"{'':>{self.current_indent}}{text}{colon}\n")


class TranslatedContext(click.Context):
    """A context whose help pages are written in the chosen language."""

    formatter_class = _Formatter


class TranslatedCommand(click.Command):
    """A command whose help page is written in the chosen language."""

    context_class = TranslatedContext


class TranslatedGroup(click.Group):
    """A group whose help page is written in the chosen language."""

    context_class = TranslatedContext
    command_class = TranslatedCommand
    group_class = type

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        choice = click.Choice(LANGUAGES)
        self.params.append(click.Option(["--lang"], type=choice, expose_value=False))


def spoken() -> str:
    """Return the language that ``translate`` put the command line into."""
    return _Formatter.language


def walk(command: click.Command, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield every command below a group with its dotted path, the group itself first."""
    yield path, command
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from walk(child, f"{path}.{name}" if path else name)


def translate(root: click.Group, language: str) -> None:
    """Fill in every help text below a group in one language.

    Raises:
        KeyError: a command or a parameter has no sentence.
    """
    _Formatter.language = language
    for path, command in walk(root):
        key = path or "infodesk"
        sentences = messages.say("cli", key, language)
        command.short_help = sentences.split("\n")[0]
        command.help = KEEP_LINES + sentences
        command.options_metavar = messages.say("cli", "metavar-options", language)
        if isinstance(command, click.Group):
            command.subcommand_metavar = messages.say("cli", "metavar-command", language)
        if command.epilog is not None:
            command.epilog = KEEP_LINES + messages.say("cli", f"{key}.epilog", language)
        context = click.Context(command)
        for parameter in command.get_params(context):
            if isinstance(parameter, click.Option):
                parameter.help = _option_help(key, parameter, language)


def _option_help(path: str, option: click.Option, language: str) -> str:
    long_name = option.opts[0].lstrip("-")
    for key in (f"{path}.{option.name}", f"option.{option.name}", f"option.{long_name}"):
        try:
            return messages.say("cli", key, language)
        except KeyError:
            continue
    raise KeyError(f"cli.toml has no sentence for {path} {option.name}")


def usage_sentence(error: click.UsageError, language: str) -> str:
    """Return one sentence for a call that click cannot understand."""
    key, params = "usage", {"reason": error.message}
    if isinstance(error, click.NoSuchCommand):
        key, params = "usage-no-command", {"name": error.command_name}
    elif isinstance(error, click.NoSuchOption):
        key, params = "usage-no-option", {"option": error.option_name}
    elif isinstance(error, click.BadOptionUsage):
        key, params = "usage-option-needs-value", {"option": error.option_name}
    elif isinstance(error, click.MissingParameter):
        key, params = "usage-missing", {"name": _name(error)}
    elif isinstance(error, click.BadParameter):
        key, params = "usage-bad-value", {"name": _name(error), "value": _value(error, language)}
    command = error.ctx.command_path if error.ctx else "infodesk"
    return messages.say("cli", key, language, command=command, **params)


def _name(error: click.BadParameter) -> str:
    """Return the parameter as it is written: an option by its name, an argument by its word."""
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return error.param.make_metavar(error.ctx) if error.param and error.ctx else ""


def _value(error: click.BadParameter, language: str) -> str:
    """Return what may stand there: the list of choices, or the kind of value."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return " | ".join(str(choice) for choice in kind.choices)
    return messages.say("cli", f"value-{kind.name if kind else 'text'}", language)
