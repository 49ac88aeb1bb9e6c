"""What an office shows of its exchange: card, certificates, and what is read before it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from infodesk.core.errors import Code, InfodeskError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from infodesk.core.document import Document
    from infodesk.core.items import Flag, Item
    from infodesk.exchange.outgoing import Reading
    from infodesk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Personal:
    """The personal data in an item, as it is seen masked.

    Attributes:
        item: the item's UUID.
        title: its title, masked.
        masks: what is masked in its texts, e.g. ``138****5678``.
    """

    item: str
    title: str
    masks: tuple[str, ...]


def station_card(workspace: Workspace) -> Document:
    """Return our station card as a sheet to be stamped."""
    from infodesk.core import station_card as sheet
    from infodesk.export.qr import qr_picture

    own = workspace.stations.own()
    today = workspace.clock.now().date()
    return sheet.station_card(own, qr_picture(sheet.qr_text(own)), today)


def certificate(workspace: Workspace, batch_id: str, item: str = "") -> Document:
    """Return the page that proves what was sent: a whole batch, or one item of it.

    Raises:
        InfodeskError: BATCH_NOT_FOUND, ITEM_NOT_FOUND where it is not in the batch.
    """
    from infodesk.core import certificate as page

    record = workspace.exchange.sent(batch_id)
    wanted = workspace.items.get(item).id if item else ""
    entries = [each for each in workspace.exchange.entries(record) if wanted in ("", each.item_id)]
    if not entries:
        raise InfodeskError(Code.ITEM_NOT_FOUND, item=item)
    adoptions = [
        kept
        for entry in entries
        for kept in workspace.answers.adoptions_of(entry.item_id)
        if kept.stands
    ]
    receipts = workspace.answers.receipts(record.id)
    return page.certificate(record, entries, receipts, adoptions, now=workspace.clock.now())


def personal(workspace: Workspace, item_ids: Iterable[str]) -> list[Personal]:
    """Return those of some items that hold personal data, which is masked when they leave.

    Raises:
        InfodeskError: ITEM_NOT_FOUND.
    """
    from infodesk.core.checking.privacy import masked, masks

    contents = ((item_id, workspace.items.get(item_id).content) for item_id in item_ids)
    return [
        Personal(item_id, masked(content)[0].title, found)
        for item_id, content in contents
        if (found := masks(content))
    ]


def reading(workspace: Workspace, item: Item) -> Reading:
    """Read an item before it leaves: its figures, its place in a chain, its text masked."""
    from infodesk.core.batches import Chain, Quantity
    from infodesk.core.checking.privacy import masked
    from infodesk.exchange.outgoing import Reading

    report = workspace.check_item(item)
    content, count = masked(item.content)
    figures = tuple(
        Quantity(each.name[:64], each.value, each.unit[:200], each.rough)
        for each in report.elements.figures[:500]
    )
    reports = [each.id for each in workspace.items.chain(item.id)]
    chain = None
    if len(reports) > 1:
        chain = Chain(reports[0], reports.index(item.id) + 1, item.follows)
    profile = workspace.profiles.get(item.kind)
    name = profile.name if profile else ""
    return Reading(content, count, figures, name, chain, tuple(_flags(workspace, item)))


def _flags(workspace: Workspace, item: Item) -> Iterator[Flag]:
    from infodesk.core.items import Flag

    approval = workspace.items.approval(item.id)
    if approval is not None and approval.despite:
        yield Flag.DESPITE
    if item.issued_at is not None:
        yield Flag.ISSUED
    if item.origin:
        yield Flag.FORWARDED
    if workspace.batches.last_sent(item.id) is not None:
        yield Flag.AGAIN
