"""What the README says is so: its commands, its packages, its links, its exit codes."""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from infodesk.cli import root, run
from infodesk.core.errors import Kind

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EVERYWHERE = {"--journal", "--passphrase-file", "--lang", "--help", "--version"}
WINDOW = "infodesk [--journal FILE] [--lang L]"


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _lines(name: str, *languages: str) -> Iterator[str]:
    for language, block in FENCE.findall(_read(name)):
        if language in languages:
            yield from block.splitlines()


def _command_lines(name: str) -> Iterator[str]:
    """Yield each call of infodesk in a README's code blocks, what stands before it cut away."""
    for line in _lines(name, "sh", "bat", "text"):
        found = re.search(r"(?:^|[/\\])(infodesk (?!\[).*)", line)
        if found and not line.startswith("infodesk/"):
            yield found[1]


def _resolve(line: str) -> tuple[str, click.Command, list[str]]:
    """Return the path of the command a line names, the command, and the words that follow."""
    words = re.split(r"\s{2,}", line)[0].split()[1:]
    command: click.Command = root
    path = []
    while isinstance(command, click.Group):
        path.append(words.pop(0))
        command = command.commands[path[-1]]
    return " ".join(path), command, words


def _leaves(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _leaves(command, f"{before}{name} ")
        else:
            yield before + name, command


def _options(command: click.Command) -> set[str]:
    return {name for param in command.params for name in param.opts if name.startswith("--")}


def _packages(text: str) -> list[set[str]]:
    found = re.findall(r"--no-install-recommends ([a-z0-9 .+-]+?) &&", text)
    return [set(names.split()) for names in found]


@pytest.mark.parametrize("name", READMES)
def test_each_command_shown_exists_with_its_options(name: str):
    lines = list(_command_lines(name))
    assert len(lines) > 3
    for line in lines:
        _, command, words = _resolve(line)
        shown = {re.sub(r"[\[\].]", "", word) for word in words if "--" in word}
        assert shown <= _options(command) | EVERYWHERE, line


def test_each_command_and_each_option_is_shown():
    shown = {path: set(words) for path, _, words in map(_resolve, _lines_of_overview())}
    for path, command in _leaves(root):
        words = " ".join(shown.get(path, {"nowhere"}))
        lacking = {option for option in _options(command) - EVERYWHERE if option not in words}
        assert path in shown, path
        assert lacking == set(), path


def _lines_of_overview() -> list[str]:
    lines = [line for line in _lines("README.md", "text") if line.startswith("infodesk ")]
    assert lines[0].startswith(WINDOW)
    return lines[1:]


def test_the_whole_way_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The lines from ``check`` to ``batch import``, one after the other, in an empty folder."""
    shutil.copytree(ROOT / "resources" / "samples", tmp_path / "resources" / "samples")
    monkeypatch.chdir(tmp_path)
    lines = [line for line in _lines("README.md", "sh") if line.startswith("infodesk ")]
    codes = [run(shlex.split(line)[1:]) for line in lines]
    assert codes == [1] + [0] * (len(lines) - 1)
    assert len(lines) == 8
    for name in ("47.docx", "47.pdf", "47.idb", "superior.infodesk"):
        assert (tmp_path / name).stat().st_size > 0


def test_the_exit_codes_are_those_of_the_program():
    rows = re.findall(r"^\| (\d) \| ", _read("README.md"), re.MULTILINE)
    assert [int(row) for row in rows] == [0, 1, *sorted(kind.value for kind in Kind)]


def test_both_set_up_lines_and_the_checks_install_the_same_system_libraries():
    first, second = _packages(_read("README.md"))
    script = _read(".ci/run")
    listed = " ".join(re.findall(r"^  (?:local )?packages\+?=\(([^)]*)\)", script, re.MULTILINE))
    # The tests ask other programs to verify and open what we sign and seal.
    assert first | {"minisign", "age"} == second == set(listed.split()) - {"binutils"}


def test_the_tests_of_the_readme_are_those_of_the_checks():
    script = _read(".ci/run")
    assert (
        '-m pip install -c constraints.txt ".[test]" && .venv/bin/python -m pytest -n 2\n'
        in _read("README.md")
    )
    assert '-c constraints.txt ".[test]"' in script
    assert "-m pytest -n 2" in script


@pytest.mark.parametrize("name", [*READMES, "CHANGELOG.md"])
def test_each_link_leads_somewhere(name: str):
    targets = re.findall(r"\]\(([^)#]+)\)", _read(name))
    local = [target for target in targets if not target.startswith("https://")]
    assert [target for target in local if not (ROOT / target).exists()] == []


def test_each_dependency_has_its_tested_version():
    project = tomllib.loads(_read("pyproject.toml"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["test"], *extras["check"], *extras["build"]]
    pinned = set(re.findall(r"^([a-z0-9-]+)==", _read("constraints.txt"), re.MULTILINE))
    names = {re.split(r"[<>=!~ ]", line)[0].lower().replace("_", "-") for line in wanted}
    assert names - pinned == set()
