"""Which act an item allows in which state, and the state it leads to (domain.md, section 6).

Pure functions: every desk that moves an item asks them, so that typing, issuing, sending and
importing follow one table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import APPROVED_STATES, EDITABLE, Act, Item, ItemState

EDIT = "edit"
"""Name of changing the text, where an act is named; it leaves no line in the history."""

FOLLOW = "follow"
"""Name of beginning the next report on the same event (续报)."""

DISCARDED = "discarded"
"""What an item in the trash is called where its state is named."""

ALLOWED: Mapping[str, frozenset[ItemState]] = {
    EDIT: EDITABLE,
    Act.APPROVE: EDITABLE,
    Act.WITHDRAW_APPROVAL: frozenset({ItemState.APPROVED}),
    Act.HOLD: frozenset({ItemState.DRAFT, ItemState.RETURNED, ItemState.APPROVED}),
    Act.RELEASE: frozenset({ItemState.HELD}),
    Act.RETURN: frozenset({ItemState.DRAFT, ItemState.HELD, ItemState.APPROVED, ItemState.SENT}),
    Act.DISCARD: EDITABLE,
    FOLLOW: APPROVED_STATES,
}
"""States in which an act may be done; issuing and sending ask for an approval instead."""

LEADS_TO: Mapping[Act, ItemState] = {
    Act.APPROVE: ItemState.APPROVED,
    Act.WITHDRAW_APPROVAL: ItemState.DRAFT,
    Act.HOLD: ItemState.HELD,
    Act.RELEASE: ItemState.DRAFT,
    Act.RETURN: ItemState.RETURNED,
}
"""A held or returned item comes back unapproved: whoever lets it go answers for it anew."""


def require(item: Item, act: str) -> None:
    """Refuse an act that the item's state does not allow.

    Raises:
        InfodeskError: ITEM_STATE_FORBIDS; an item in the trash allows nothing but restoring.
    """
    discarded = item.discarded_at is not None
    if discarded or item.state not in ALLOWED[act]:
        state = DISCARDED if discarded else item.state
        raise InfodeskError(Code.ITEM_STATE_FORBIDS, title=item.content.title, state=state, act=act)


def require_approved(item: Item) -> None:
    """Refuse an item that does not rest on an approval.

    Raises:
        InfodeskError: ITEM_NOT_APPROVED.
    """
    if item.state not in APPROVED_STATES or item.discarded_at is not None:
        raise InfodeskError(Code.ITEM_NOT_APPROVED, title=item.content.title)


def issued(item: Item, at: datetime) -> Item:
    """Return the item as printed; the first issue that prints it sets the time."""
    return replace(item, state=ItemState.ISSUED, issued_at=item.issued_at or at, updated_at=at)


def unissued(item: Item, at: datetime) -> Item:
    """Return the item as it stands when no issue prints it any more."""
    state = ItemState.APPROVED if item.sent_at is None else ItemState.SENT
    return replace(item, state=state, issued_at=None, updated_at=at)


def sent(item: Item, at: datetime) -> Item:
    """Return the item as sent; an issued item stays issued and has its ``sent_at``."""
    state = ItemState.ISSUED if item.state is ItemState.ISSUED else ItemState.SENT
    return replace(item, state=state, sent_at=item.sent_at or at, updated_at=at)
