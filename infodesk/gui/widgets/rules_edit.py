"""The rules of the checker by family: their weight in this office, its words, their reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from infodesk import messages
from infodesk.checker import explanations
from infodesk.core.checking.catalogue import FIXED, RULES
from infodesk.core.checking.context import Override
from infodesk.core.checking.findings import Severity
from infodesk.core.errors import InfodeskError
from infodesk.core.profiles import UNUSED
from infodesk.core.rule_desk import RuleDesk
from infodesk.files import write_atomic
from infodesk.gui.messages import explain, term, tried
from infodesk.gui.prompts import Prompts
from infodesk.gui.stylesheet import set_role
from infodesk.gui.widgets.wheel_guard import WheelGuard

_RULE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_USUAL = ""


class RulesEdit(QWidget):
    """Every rule with its weight; what is chosen is kept at once.

    Args:
        desk: what the office changed.
        prompts: how to ask for a file.
        language: ``zh`` or ``en``.
        told: is called with what went wrong, empty where nothing did.
    """

    def __init__(
        self, desk: RuleDesk, prompts: Prompts, language: str, told: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._prompts = prompts
        self._language = language
        self._told = told
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        self.tree = QTreeWidget()
        self.tree.setObjectName("rules_tree")
        self.tree.setAccessibleName(self.tr("Rules"))
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([self.tr("Rule"), self.tr("Weight")])
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.setColumnWidth(1, 130)
        self.tree.currentItemChanged.connect(lambda item, _: self._show(item))
        rows.addWidget(self.tree, 1)
        self.why_label = QLabel()
        self.why_label.setObjectName("rule_why_label")
        self.why_label.setWordWrap(True)
        self.why_label.setMinimumHeight(54)
        set_role(self.why_label, "notice_text")
        rows.addWidget(self.why_label)
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("Our own words")))
        self.wording_edit = QLineEdit()
        self.wording_edit.setObjectName("wording_edit")
        self.wording_edit.setAccessibleName(self.tr("Our own words"))
        self.wording_edit.editingFinished.connect(self._keep_wording)
        row.addWidget(self.wording_edit, 1)
        self.restore_button = QPushButton(self.tr("As shipped"))
        self.restore_button.setObjectName("restore_rule_button")
        self.restore_button.setAutoDefault(False)
        self.restore_button.clicked.connect(self._restore)
        row.addWidget(self.restore_button)
        row.addSpacing(16)
        self.export_button = QPushButton(self.tr("Export…"))
        self.export_button.setObjectName("export_rules_button")
        self.export_button.clicked.connect(self._on_export_clicked)
        self.import_button = QPushButton(self.tr("Import…"))
        self.import_button.setObjectName("import_rules_button")
        self.import_button.clicked.connect(self._on_import_clicked)
        for button in (self.export_button, self.import_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        rows.addLayout(row)
        self._wheel = WheelGuard(self)
        self._combos: dict[str, QComboBox] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._fill()

    def weight_box(self, rule: str) -> QComboBox:
        """Return the box that sets a rule's weight."""
        return self._combos[rule]

    def choose(self, rule: str) -> None:
        """Show a rule."""
        self.tree.setCurrentItem(self._items[rule])

    def _fill(self) -> None:
        bold = self.tree.font()
        bold.setBold(True)
        for family, rules in RULES.items():
            head = QTreeWidgetItem([messages.say("families", family, self._language)])
            head.setFont(0, bold)
            self.tree.addTopLevelItem(head)
            for rule, usual in rules.items():
                item = QTreeWidgetItem([self._sentence(rule)])
                item.setData(0, _RULE_ROLE, rule)
                item.setToolTip(0, self._sentence(rule))
                head.addChild(item)
                self._items[rule] = item
                combo = self._weights(rule, usual)
                self._combos[rule] = combo
                self.tree.setItemWidget(item, 1, combo)
            head.setExpanded(True)
        self.choose(next(iter(self._items)))

    def _weights(self, rule: str, usual: Severity) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(self._sentence(rule))
        word = term(f"severity-{usual.value}", self._language)
        combo.addItem(self.tr("{weight} (usual)").format(weight=word), _USUAL)
        for weight in Severity:
            combo.addItem(term(f"severity-{weight.value}", self._language), weight.value)
        combo.addItem(self.tr("not used"), UNUSED)
        combo.setEnabled(rule not in FIXED)
        self._wheel.watch(combo)
        self._show_weight(combo, rule)
        combo.currentIndexChanged.connect(lambda _place: self._on_weight_chosen(rule))
        return combo

    def _show_weight(self, combo: QComboBox, rule: str) -> None:
        override = self._desk.overrides.get(rule, Override())
        chosen = (
            UNUSED if override.off else override.severity.value if override.severity else _USUAL
        )
        blocked = QSignalBlocker(combo)
        combo.setCurrentIndex(combo.findData(chosen))
        blocked.unblock()

    def _sentence(self, rule: str) -> str:
        own = self._desk.overrides.get(rule, Override()).wording
        return re.sub(r"\{\w+\}", "…", own or messages.template("rules", rule, self._language))

    @property
    def _rule(self) -> str:
        item = self.tree.currentItem()
        return (item.data(0, _RULE_ROLE) or "") if item is not None else ""

    def _show(self, item: QTreeWidgetItem | None) -> None:
        rule = self._rule
        changeable = bool(rule) and rule not in FIXED
        self.wording_edit.setEnabled(changeable)
        self.restore_button.setEnabled(changeable)
        if not rule:
            self.why_label.clear()
            self.wording_edit.clear()
            return
        explanation = explanations()[rule]
        self.why_label.setText(f"{explanation.why}\n{explanation.source}")
        own = self._desk.overrides.get(rule, Override()).wording
        shipped = messages.template("rules", rule, self._language)
        self.wording_edit.setText(messages.spelled(own, self._language))
        self.wording_edit.setPlaceholderText(messages.spelled(shipped, self._language))

    def _on_weight_chosen(self, rule: str) -> None:
        value = self._combos[rule].currentData()
        wording = self._desk.overrides.get(rule, Override()).wording
        self._change(
            rule,
            severity=Severity(value) if value not in (_USUAL, UNUSED) else None,
            off=value == UNUSED,
            wording=wording,
        )

    def _keep_wording(self) -> None:
        rule = self._rule
        given = self._desk.overrides.get(rule, Override())
        wording = messages.unspelled(self.wording_edit.text().strip(), self._language)
        if rule and wording != given.wording:
            self._change(rule, severity=given.severity, off=given.off, wording=wording)

    def _change(self, rule: str, *, severity: Severity | None, off: bool, wording: str) -> None:
        try:
            # A weight that was chosen before can only be taken back with all of the rule.
            before = self._desk.overrides.get(rule, Override())
            self._desk.restore(rule)
            try:
                self._desk.change(rule, severity=severity, off=off, wording=wording)
            except InfodeskError:
                self._desk.change(
                    rule, severity=before.severity, off=before.off, wording=before.wording
                )
                raise
        except InfodeskError as error:
            self._told(messages.spelled(explain(error, self._language), self._language))
            return
        self._told("")
        self._renew(rule)

    def _restore(self) -> None:
        rule = self._rule
        self._desk.restore(rule)
        self._told("")
        self._renew(rule)
        self._show(self.tree.currentItem())

    def _on_export_clicked(self) -> None:
        text = self._desk.text()
        self._prompts.save_file(
            self.tr("Export what was changed"),
            Path(self.tr("rules.toml")),
            filters=self.tr("Rules (*.toml)"),
            then=lambda path: self._write(path, text),
        )

    def _write(self, path: Path, text: str) -> None:
        tried(lambda: write_atomic(path, text.encode()), self._told, self._language)

    def _on_import_clicked(self) -> None:
        from infodesk.archive import readers

        def take(path: Path) -> None:
            if tried(lambda: self._desk.take(readers.read_plain(path)), self._told, self._language):
                for rule in self._items:
                    self._renew(rule)
                self._show(self.tree.currentItem())

        self._prompts.open_files(
            self.tr("Import changes, in the place of all made here"),
            self.tr("Rules (*.toml)"),
            then=lambda files: take(files[0]),
        )

    def _renew(self, rule: str) -> None:
        self._items[rule].setText(0, self._sentence(rule))
        self._show_weight(self._combos[rule], rule)
