"""Markings of state secrets: what bears one never enters (domain.md, section 6).

infodesk is no classified system. A marking is 秘密★, 机密★1年, 密级：秘密, or a line that is
nothing but 秘密, 机密 or 绝密; the words in a sentence (商业秘密, 保密工作) are none.
"""

from __future__ import annotations

import re

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content

_GRADE = r"(?:绝[ 　]{0,4}密|机[ 　]{0,4}密|秘[ 　]{0,4}密)"
_URGENCY = r"(?:特急|特提|加急|平急|急件)"
_MARKING = re.compile(
    rf"^[ \t　]*(?:[0-9]{{1,6}}[ \t　]+)?(?:{_URGENCY}[ \t　]*)?[【\[（(]?(?P<line>{_GRADE})"
    rf"(?:级|件|文件|资料)?[】\])）]?[ \t　]*(?:{_URGENCY})?[ \t　]*$"
    rf"|(?<![“\"‘'「《商业])(?P<star>{_GRADE})级?[ 　]?[★☆]"
    rf"|密[ 　]{{0,4}}级[ 　]{{0,4}}[：:为][ 　]{{0,4}}(?P<level>{_GRADE})",
    re.MULTILINE,
)


def marking(text: str) -> tuple[int, int] | None:
    """Return where a text bears a marking, by its first and past its last character."""
    # Every marking has this character; the pattern alone would cost each save as much as its flush.
    match = _MARKING.search(text) if "密" in text else None
    if match is None:
        return None
    group = next(name for name in ("line", "star", "level") if match[name])
    return match.span(group)


def marking_in(content: Content) -> str:
    """Return the marking that an item's text bears, empty where it bears none."""
    for text in (content.title, *(section.text for section in content.sections)):
        found = marking(text)
        if found is not None:
            return "".join(text[slice(*found)].split())
    return ""


def require_unclassified(content: Content) -> None:
    """Refuse a text that bears a marking.

    Raises:
        InfodeskError: ITEM_CLASSIFIED.
    """
    mark = marking_in(content)
    if mark:
        raise InfodeskError(Code.ITEM_CLASSIFIED, mark=mark)
