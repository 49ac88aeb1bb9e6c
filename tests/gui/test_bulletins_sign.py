"""Signing gives the next number; withdrawing keeps it taken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate

from infodesk.core.bulletins import IssueState
from infodesk.core.items import ItemState

pytestmark = pytest.mark.gui


@pytest.fixture
def page(bulletins_page, workspace, series, approved):
    workspace.bulletins.open_issue(series.id, approved[:2])
    return bulletins_page()


def sign(page, prompts, signer="主任"):
    page.panel.sign_button.click()
    dialog = prompts.last
    dialog.ui.signer_edit.setText(signer)
    dialog.ui.sign_button.click()
    return dialog


def test_signing_numbers_the_issue_and_makes_it_read_only(page, prompts, workspace, approved):
    dialog = sign(page, prompts)
    assert not dialog.isVisible()
    signed = workspace.bulletins.get(page.issue.id)
    assert (signed.number, signed.total, signed.signer) == (47, 1286, "主任")
    assert workspace.items.get(approved[0]).state is ItemState.ISSUED
    assert page.panel.header.state_chip.text() == "已定稿"
    assert page.panel.details.signer_field.text() == "主任"
    assert page.panel.details.date_field.text() == "2026年11月20日"
    assert page.panel.details.note_edit.isReadOnly()
    assert not page.panel.sign_button.isVisible()
    assert not page.panel.zone.isVisible()
    page.items.move(1, -1)
    page.items.take_out(0)
    page.add([approved[2]])
    assert [place.item_id for place in page.items.places] == approved[:2]


def test_the_signer_is_offered_again_and_the_next_issue_gets_the_next_number(
    page, prompts, workspace, approved
):
    sign(page, prompts, "李主任")
    page.panel.header.new_button.click()
    page.add([approved[2]])
    page.panel.sign_button.click()
    dialog = prompts.last
    assert dialog.ui.signer_edit.text() == "李主任"
    assert dialog.ui.heading_label.text() == "《示范信息》第48期（总第1287期）"
    dialog.ui.sign_button.click()
    assert workspace.bulletins.get(page.issue.id).number == 48


def test_nobody_signs_without_a_name(page, prompts, workspace):
    page.panel.sign_button.click()
    dialog = prompts.last
    dialog.ui.signer_edit.setText("  ")
    assert not dialog.ui.sign_button.isEnabled()


def test_a_day_in_a_closed_year_is_refused_in_the_dialog(page, prompts, workspace):
    page.panel.sign_button.click()
    dialog = prompts.last
    dialog.ui.signer_edit.setText("主任")
    dialog.ui.date_edit.setDate(QDate(2024, 5, 1))
    dialog.ui.sign_button.click()
    assert dialog.isVisible()
    assert "2024" in dialog.ui.problem_label.text()
    assert workspace.bulletins.get(page.issue.id).state is IssueState.OPEN


def test_an_empty_issue_can_not_be_signed(page, approved):
    page.items.take_out(0)
    page.items.take_out(0)
    assert not page.panel.sign_button.isEnabled()


def test_a_withdrawn_number_is_not_used_again(page, prompts, workspace, approved):
    sign(page, prompts)
    page.panel.withdraw_button.click()
    dialog = prompts.last
    assert not dialog.ui.withdraw_button.isEnabled()
    dialog.ui.by_edit.setText("主任")
    dialog.ui.reason_edit.setPlainText("数字有误")
    dialog.ui.withdraw_button.click()
    assert not dialog.isVisible()
    assert page.panel.header.state_chip.text() == "已撤回"
    assert "数字有误" in page.panel.details.withdrawn_label.text()
    assert not page.panel.withdraw_button.isVisible()
    page.panel.header.new_button.click()
    page.add(approved[:1])
    sign(page, prompts)
    again = workspace.bulletins.get(page.issue.id)
    assert (again.number, again.total) == (48, 1287)
    (gap,) = workspace.bulletins.gaps(again.series_id, 2026)
    assert (gap.number, gap.withdrawn_because) == (47, "数字有误")
