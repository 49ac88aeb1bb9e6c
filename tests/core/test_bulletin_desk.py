from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from infodesk.core.bulletins import IssueAct, IssueItem, IssueState, Recipient
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Act, Content, ItemFilter, ItemState, Section

TO_THE_CITY = Recipient("报", "市委办公室", 3)
DOWN = Recipient("发", "各乡镇", 20)
TODAY = date(2026, 11, 20)


def refused(code):
    return pytest.raises(InfodeskError, match=f"^\\('{code.text}'")


def text(title, body="改后的正文。"):
    return Content(title, (Section("situation", body),))


def series(office, key="xinxi", **other):
    given = {"next_number": 5, "next_total": 100, "distribution": [TO_THE_CITY, DOWN]} | other
    return office.bulletins.add_series(
        key=key, name="示范信息", issuer="示范县委办公室", masthead="plain", **given
    )


def signed(office, of, *items, on=TODAY):
    issue = office.bulletins.open_issue(of.id, items or [office.approved()])
    return office.bulletins.sign(issue.id, "县委办主任", on)


def test_a_series_is_found_by_its_key_and_by_its_id(office):
    first = series(office, "xinxi")
    second = series(office, "kuaibao2")
    assert office.bulletins.series() == [first, second]
    assert first.distribution == (TO_THE_CITY, DOWN)
    assert first.number_year == 2026
    assert office.bulletins.get_series("xinxi") == first
    assert office.bulletins.get_series("2") == second
    with refused(Code.SERIES_NOT_FOUND):
        office.bulletins.get_series("3")


@pytest.mark.parametrize(
    "wrong", [{"key": " "}, {"key": "1"}, {"name": ""}, {"next_number": 0}, {"next_total": -1}]
)
def test_an_incomplete_series_is_refused(office, wrong):
    given = {"key": "a", "name": "n", "issuer": "", "masthead": "plain", "next_number": 1}
    with refused(Code.SERIES_INCOMPLETE):
        office.bulletins.add_series(**(given | wrong))
    assert office.bulletins.series() == []


def test_a_key_is_given_once(office):
    first, second = series(office, "a"), series(office, "b")
    with refused(Code.SERIES_KEY_TAKEN):
        series(office, "a")
    with refused(Code.SERIES_KEY_TAKEN):
        office.bulletins.save_series(replace(second, key="a"))
    assert office.bulletins.series() == [first, second]


def test_a_series_is_changed_but_no_number_is_used_twice(office):
    of = series(office)
    signed(office, of)
    changed = replace(of, name="示范快报", next_number=9, next_total=0, distribution=(DOWN,))
    assert office.bulletins.save_series(changed) == changed
    assert office.bulletins.series() == [changed]
    with refused(Code.SERIES_NUMBER_TAKEN) as caught:
        office.bulletins.save_series(replace(changed, next_number=5))
    assert caught.value.params["least"] == 6
    with refused(Code.SERIES_NUMBER_TAKEN):
        office.bulletins.save_series(replace(changed, next_total=100))
    assert office.bulletins.series() == [changed]


def test_an_open_issue_has_no_number_and_takes_over_the_distribution(office):
    of = series(office)
    items = [office.approved("一"), office.approved("二")]
    issue = office.bulletins.open_issue(of.id, items)
    assert (issue.state, issue.number, issue.total) == (IssueState.OPEN, 0, 0)
    assert issue.items == tuple(IssueItem(item, 1) for item in items)
    assert issue.copies == 23
    changed = office.bulletins.set_details(
        issue.id, issue.rev, editor_note="编者按", distribution=(DOWN,)
    )
    assert (changed.editor_note, changed.copies, changed.items) == ("编者按", 20, issue.items)
    kept = office.bulletins.set_details(issue.id, changed.rev)
    assert replace(kept, rev=changed.rev) == changed
    assert office.bulletins.get_series("xinxi").distribution == (TO_THE_CITY, DOWN)


def test_items_are_put_in_order(office):
    of = series(office)
    items = [office.approved(title) for title in "一二三"]
    issue = office.bulletins.open_issue(of.id)
    issue = office.bulletins.arrange(issue.id, issue.rev, [items[2], items[0], items[1]])
    issue = office.bulletins.arrange(issue.id, issue.rev, [items[1], items[2]])
    assert [place.item_id for place in issue.items] == [items[1], items[2]]
    assert [item.content.title for item, _ in office.bulletins.contents(issue.id)] == ["二", "三"]
    with refused(Code.ISSUE_CHANGED_ELSEWHERE):
        office.bulletins.arrange(issue.id, issue.rev - 1, items)
    with refused(Code.ISSUE_ITEM_TWICE):
        office.bulletins.arrange(issue.id, issue.rev, [items[0], items[0]])
    with refused(Code.ITEM_NOT_FOUND):
        office.bulletins.arrange(issue.id, issue.rev, ["none"])
    assert office.bulletins.get(issue.id) == issue


@pytest.mark.parametrize("state", ["draft", "held", "returned", "withdrawn"])
def test_an_issue_refuses_what_is_not_approved(office, state):
    of = series(office)
    item = office.approved()
    issue = office.bulletins.open_issue(of.id, [item])
    office.items.withdraw_approval(item, "主任", "改")
    if state == "held":
        office.items.hold(item, "主任", "核实")
    if state == "returned":
        office.items.return_to_unit(item, "主任", "补数字")
    with refused(Code.ITEM_NOT_APPROVED):
        office.bulletins.open_issue(of.id, [item])
    with refused(Code.ITEM_NOT_APPROVED):
        office.bulletins.arrange(issue.id, issue.rev, [item])
    with refused(Code.ITEM_NOT_APPROVED):
        office.bulletins.sign(issue.id, "主任", TODAY)
    assert office.bulletins.get(issue.id) == issue
    assert office.bulletins.get_series("xinxi") == of


def test_signing_numbers_the_issue_and_issues_its_items(office):
    of = series(office)
    item = office.approved()
    issue = signed(office, of, item)
    assert (issue.state, issue.year, issue.number, issue.total) == (
        IssueState.SIGNED,
        2026,
        5,
        100,
    )
    assert (issue.signed_on, issue.signer) == (TODAY, "县委办主任")
    now = office.items.get(item)
    assert (now.state, now.issued_at) == (ItemState.ISSUED, office.clock.now())
    assert office.items.history(item)[-1].act is Act.ISSUE
    assert office.items.approval(item) is not None
    moved = office.bulletins.get_series("xinxi")
    assert (moved.next_number, moved.next_total) == (6, 101)
    assert office.items.count(ItemFilter(unused=True)) == 0


def test_signing_asks_for_a_name_and_for_items(office):
    issue = office.bulletins.open_issue(series(office).id)
    with refused(Code.NAME_REQUIRED):
        office.bulletins.sign(issue.id, " ", TODAY)
    with refused(Code.ISSUE_EMPTY):
        office.bulletins.sign(issue.id, "主任", TODAY)
    with refused(Code.ISSUE_NOT_FOUND):
        office.bulletins.sign(issue.id + 1, "主任", TODAY)


def test_a_signed_issue_stays_as_it_was_signed(office):
    of = series(office)
    issue = signed(office, of)
    for act in (
        lambda: office.bulletins.arrange(issue.id, issue.rev, []),
        lambda: office.bulletins.set_details(issue.id, issue.rev, editor_note="x"),
        lambda: office.bulletins.sign(issue.id, "主任", TODAY),
        lambda: office.bulletins.discard(issue.id),
    ):
        with refused(Code.ISSUE_STATE_FORBIDS):
            act()
    assert office.bulletins.get(issue.id) == issue


def test_numbers_begin_again_each_year_and_the_total_goes_on(office):
    of = series(office)
    given = [
        (issue.year, issue.number, issue.total)
        for issue in (
            signed(office, of, on=date(2026, 12, 31)),
            signed(office, of, on=date(2027, 1, 4)),
            signed(office, of, on=date(2027, 1, 5)),
            signed(office, of, on=date(2026, 12, 30)),
        )
    ]
    moved = office.bulletins.get_series("xinxi")
    assert (moved.number_year, moved.next_number, moved.next_total) == (2027, 3, 104)
    office.bulletins.save_series(replace(moved, next_number=7))
    last = signed(office, of, on=date(2027, 1, 6))
    given.append((last.year, last.number, last.total))
    assert given == [
        (2026, 5, 100),
        (2027, 1, 101),
        (2027, 2, 102),
        (2026, 6, 103),
        (2027, 7, 104),
    ]
    with refused(Code.ISSUE_YEAR_CLOSED):
        signed(office, of, on=date(2025, 12, 31))


def test_a_series_without_a_total_keeps_none(office):
    of = series(office, next_total=0)
    assert signed(office, of).total == 0
    assert office.bulletins.get_series("xinxi").next_total == 0


def test_a_withdrawn_number_is_never_used_again(office):
    of = series(office)
    item = office.approved()
    issue = signed(office, of, item)
    with refused(Code.NAME_REQUIRED):
        office.bulletins.withdraw(issue.id, "", "印错")
    with refused(Code.REASON_REQUIRED):
        office.bulletins.withdraw(issue.id, "主任", " ")
    gone = office.bulletins.withdraw(issue.id, "主任", "印错")
    assert (gone.state, gone.number, gone.withdrawn_because) == (IssueState.WITHDRAWN, 5, "印错")
    with refused(Code.ISSUE_STATE_FORBIDS):
        office.bulletins.withdraw(issue.id, "主任", "再撤")
    assert (office.items.get(item).state, office.items.get(item).issued_at) == (
        ItemState.APPROVED,
        None,
    )
    assert office.items.count(ItemFilter(unused=True)) == 1
    assert signed(office, of, item).number == 6
    assert office.bulletins.gaps(of.id, 2026) == [gone]
    assert office.bulletins.gaps(of.id, 2027) == []
    acts = [(act.act, act.by, act.reason) for act in office.bulletins.history(issue.id)]
    assert acts == [(IssueAct.SIGN, "县委办主任", ""), (IssueAct.WITHDRAW, "主任", "印错")]
    with refused(Code.SERIES_NUMBER_TAKEN):
        office.bulletins.save_series(replace(of, next_number=6))


def test_an_item_in_two_issues_stays_issued_until_both_are_withdrawn(office):
    item = office.approved()
    first = signed(office, series(office, "a"), item)
    second = signed(office, series(office, "b"), item)
    office.bulletins.withdraw(first.id, "主任", "印错")
    assert office.items.get(item).state is ItemState.ISSUED
    office.bulletins.withdraw(second.id, "主任", "印错")
    assert office.items.get(item).state is ItemState.APPROVED


def test_an_open_issue_prints_what_is_approved_and_a_signed_one_what_was_signed(office):
    of = series(office)
    item = office.approved("旧题")
    issue = office.bulletins.open_issue(of.id, [item])

    def corrected(title):
        draft = office.items.withdraw_approval(item, "主任", "改")
        office.items.autosave(item, text(title), draft.rev)
        assert office.bulletins.contents(issue.id)[0][1].title != title
        office.items.approve(item, "主任")

    corrected("新题")
    assert office.bulletins.contents(issue.id)[0][1].title == "新题"
    office.bulletins.sign(issue.id, "主任", TODAY)
    office.bulletins.withdraw(issue.id, "主任", "改题")
    corrected("再新题")
    assert office.bulletins.contents(issue.id)[0][1].title == "新题"


def test_an_open_issue_can_be_thrown_away(office):
    of = series(office)
    item = office.approved()
    issue = office.bulletins.open_issue(of.id, [item])
    assert office.items.count(ItemFilter(unused=True)) == 0
    office.bulletins.discard(issue.id)
    with refused(Code.ISSUE_NOT_FOUND):
        office.bulletins.get(issue.id)
    assert office.items.count(ItemFilter(unused=True)) == 1
    assert office.bulletins.open_issue(of.id, [item]).id != issue.id


def test_issues_are_listed_newest_first(office):
    one, other = series(office, "a"), series(office, "b")
    opened = [office.bulletins.open_issue(of.id, [office.approved()]) for of in (one, other, one)]
    assert office.bulletins.issues() == opened[::-1]
    assert office.bulletins.issues(one.id) == [opened[2], opened[0]]
