"""What the office changed about the rules: off, another weight, its own words."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from infodesk.core.checking.catalogue import FIXED, RULE_IDS
from infodesk.core.checking.context import Override
from infodesk.core.checking.findings import Severity
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.ports import SettingsStore
from infodesk.core.profiles import UNUSED
from infodesk.core.toml_text import TomlWrongError, line_of, parsed

MOST_CHARACTERS = 100_000
LONGEST_WORDING = 200

KEY = "rules"
"""Name of the setting that keeps them."""

_UNPRINTED = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


class RuleDesk:
    """The office's overrides, kept in its journal as one TOML text.

    The journal is read once, so any thread may ask for the overrides.
    """

    def __init__(
        self,
        settings: SettingsStore,
        placeholders: Callable[[str], frozenset[str]],
        kept: str | None = None,
    ) -> None:
        """Read the overrides; a rule that only a newer program knows counts for nothing.

        Args:
            settings: where they are kept.
            placeholders: by id of a rule, what its sentence may name in braces.
            kept: what the journal holds under ``KEY``, where that was read already.
        """
        self._settings = settings
        self._placeholders = placeholders
        self._overrides: Mapping[str, Override] = self._known_of(
            settings.get(KEY) if kept is None else kept
        )

    @property
    def overrides(self) -> Mapping[str, Override]:
        """What was changed, by rule."""
        return self._overrides

    def change(
        self,
        rule: str,
        *,
        severity: Severity | None = None,
        off: bool | None = None,
        wording: str | None = None,
    ) -> Override:
        """Change one rule; None leaves a matter as it is.

        Raises:
            InfodeskError: RULE_UNKNOWN, RULE_FIXED, RULE_WORDING_WRONG.
        """
        self._require(rule)
        given = self._overrides.get(rule, Override())
        changed = replace(
            given,
            severity=given.severity if severity is None else severity,
            off=given.off if off is None else off,
            wording=given.wording if wording is None else _UNPRINTED.sub("", wording).strip(),
        )
        if not self._is_wording(rule, changed.wording):
            raise InfodeskError(Code.RULE_WORDING_WRONG, rule=rule, known=self._known(rule) or "-")
        self._keep({**self._overrides, rule: changed})
        return changed

    def restore(self, rule: str) -> None:
        """Put one rule back as it ships.

        Raises:
            InfodeskError: RULE_UNKNOWN.
        """
        if rule not in RULE_IDS:
            raise InfodeskError(Code.RULE_UNKNOWN, rule=rule)
        self._keep({key: each for key, each in self._overrides.items() if key != rule})

    def restore_all(self) -> None:
        """Put every rule back as it ships."""
        self._keep({})

    def text(self) -> str:
        """Return the overrides as TOML."""
        return _text_of(self._overrides)

    def take(self, text: str) -> Mapping[str, Override]:
        """Keep overrides that were written as TOML, in the place of all others.

        Raises:
            InfodeskError: RULES_LINE_WRONG names the line and what is wrong on it.
        """
        self._keep(self._read(text))
        return self._overrides

    def _require(self, rule: str) -> None:
        if rule not in RULE_IDS:
            raise InfodeskError(Code.RULE_UNKNOWN, rule=rule)
        if rule in FIXED:
            raise InfodeskError(Code.RULE_FIXED, rule=rule)

    def _keep(self, overrides: Mapping[str, Override]) -> None:
        telling = {rule: each for rule, each in overrides.items() if each != Override()}
        text = _text_of(telling)
        self._settings.set(KEY, text)
        self._overrides = self._read(text)

    def _read(self, text: str) -> dict[str, Override]:
        try:
            data = parsed(text, MOST_CHARACTERS)
        except TomlWrongError as error:
            raise InfodeskError(
                Code.RULES_LINE_WRONG, line=error.line, entry=error.entry
            ) from error
        return {rule: self._override(rule, entry, text) for rule, entry in data.items()}

    def _known_of(self, text: str) -> dict[str, Override]:
        """Return what a kept text says of the rules that this program knows."""
        try:
            data = parsed(text, MOST_CHARACTERS)
        except TomlWrongError:
            return {}
        known: dict[str, Override] = {}
        for rule, entry in data.items():
            with suppress(InfodeskError):
                known[rule] = self._override(rule, entry, text)
        return known

    def _override(self, rule: str, entry: Any, text: str) -> Override:
        known = rule in RULE_IDS and rule not in FIXED and isinstance(entry, dict)
        if not known:
            raise InfodeskError(Code.RULES_LINE_WRONG, line=line_of(rule, text), entry=rule)
        for name, value in entry.items():
            weight = name == "severity" and value in (*tuple(Severity), UNUSED)
            wording = name == "wording" and isinstance(value, str)
            if not weight and not (wording and self._is_wording(rule, value)):
                wrong = f"{rule}.{name}"
                raise InfodeskError(Code.RULES_LINE_WRONG, line=line_of(wrong, text), entry=wrong)
        severity = entry.get("severity")
        return Override(
            severity=None if severity in (None, UNUSED) else Severity(severity),
            off=severity == UNUSED,
            wording=entry.get("wording", ""),
        )

    def _is_wording(self, rule: str, wording: str) -> bool:
        try:
            pieces = list(string.Formatter().parse(wording))
        except ValueError:
            return False
        named = {name for _, name, _, _ in pieces if name is not None}
        plain = all(not spec and not conversion for _, _, spec, conversion in pieces)
        return plain and len(wording) <= LONGEST_WORDING and named <= self._placeholders(rule)

    def _known(self, rule: str) -> str:
        return " ".join(f"{{{name}}}" for name in sorted(self._placeholders(rule)))


def _text_of(overrides: Mapping[str, Override]) -> str:
    lines = ["# severity: must, should, hint or off; wording: the office's own sentence."]
    for rule, override in overrides.items():
        lines += ["", f"[{rule}]"]
        if override.off:
            lines.append(f'severity = "{UNUSED}"')
        elif override.severity is not None:
            lines.append(f'severity = "{override.severity}"')
        if override.wording:
            lines.append(f"wording = {json.dumps(override.wording, ensure_ascii=False)}")
    return "\n".join(lines) + "\n" if overrides else ""
