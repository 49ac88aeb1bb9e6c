"""Chains of reports on one event: the first report, 续报一, 续报二 …, and how each is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from infodesk.core.items import Item

_HANZI = "〇一二三四五六七八九"
_SUFFIX = re.compile(r"(?:（|\()?续报[一二三四五六七八九十百\d]{0,4}(?:）|\))?$")


def hanzi_number(number: int) -> str:
    """Return a number from 1 to 99 as 一, 十二, 二十."""
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else f"{_HANZI[tens]}十"
    return lead + (_HANZI[ones] if ones or not tens else "")


def title_of_follow_up(title: str, number: int) -> str:
    """Return the title of a follow-up: 《××续报一》 (domain.md, section 3).

    Args:
        title: of any report of the chain.
        number: of the follow-up, from 1.
    """
    event = _SUFFIX.sub("", title.strip())
    return f"{event}续报{hanzi_number(number) if number < 100 else number}"


def before(item: Item, get: Callable[[str], Item | None]) -> list[Item]:
    """Return the reports an item continues, the first of the chain first.

    Args:
        item: any report.
        get: returns the item of an id, None where it is not in this journal.
    """
    found: list[Item] = []
    known = {item.id}
    while item.follows and item.follows not in known:
        known.add(item.follows)
        earlier = get(item.follows)
        if earlier is None:
            break
        found.insert(0, earlier)
        item = earlier
    return found


def whole(
    item: Item, get: Callable[[str], Item | None], following: Callable[[str], Sequence[Item]]
) -> list[Item]:
    """Return every report on an item's event, in the order of their numbers.

    Args:
        item: any report of the chain.
        get: returns the item of an id, None where it is not in this journal.
        following: returns the reports that continue the one of an id.
    """
    first = [*before(item, get), item][0]
    found = [first]
    for report in found:
        found += [later for later in following(report.id) if later not in found]
    return found
