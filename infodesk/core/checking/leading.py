"""Rewrites patterns so that the search skips what no match begins with.

A pattern matches the same stretches as before. ``re`` skips to the next character that may begin a
match only where every alternative begins with a plain one, and tries fewer where those that begin
alike are held together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

MOST_ALTERNATIVES = 600
"""Alternatives of one cue beyond which it is left as it is."""

MANY_HEADS = 100
"""Heads from which looking at two characters is quicker than trying the alternatives."""

_ANYTHING = ""
"""Stands among the heads of a pattern that may begin with any character, or match nothing."""
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_GROUP = re.compile(r"\((?!\?)|\(\?:|\(\?P<\w+>")
_MAY_BE_LEFT_OUT = re.compile(r"(?:[?*]|\{0?,[0-9]*\})[?+]?")
_BEGINS_ANYHOW = re.compile(r"[.^$(]|\[\^|\\[0-9AbBZ]")
_MEMBER = re.compile(r"(?:\\.|.)(?:-(?:\\.|.))?", re.DOTALL)


def guarded(pattern: str) -> str:
    """Return a pattern behind a look at the next character: whether any match begins with it.

    For patterns whose alternatives begin with classes, groups and looks behind. One that may begin
    with anything is left as it is.
    """
    heads = dict.fromkeys(_heads(pattern))
    return pattern if _ANYTHING in heads else f"(?=[{''.join(heads)}])(?:{pattern})"


def gathered(patterns: list[str]) -> str:
    """Return one pattern for "any of these", alternatives that begin alike held together."""
    by_head: dict[str, list[str]] = {}
    for pattern in patterns:
        for alternative in spread(pattern):
            plain = alternative[:1] not in "([.^$\\" and alternative[1:2] not in tuple("?*{")
            by_head.setdefault(alternative[0] if plain else "", []).append(alternative)
    if "" in by_head:
        # some begin with no plain character: the order among all must stay
        return guarded("|".join(patterns))
    held = "|".join(
        alike[0]
        if len(alike) == 1
        else f"{head}(?:{'|'.join(alternative[1:] for alternative in alike)})"
        for head, alike in by_head.items()
    )
    return held if len(by_head) < MANY_HEADS else f"(?={_first_two(by_head)})(?:{held})"


def _first_two(by_head: Mapping[str, list[str]]) -> str:
    """Return a pattern for what alternatives begin with: two characters, one where any follows."""
    alone: list[str] = []
    heads: list[str] = []
    seconds: dict[str, None] = {}
    for head, alike in by_head.items():
        follow = [each for one in alike for each in _heads_of_one(one[1:])]
        if _ANYTHING in follow:
            alone.append(re.escape(head))
        else:
            heads.append(re.escape(head))
            seconds.update(dict.fromkeys(follow))
    looks = [f"[{''.join(heads)}][{''.join(seconds)}]"] if heads else []
    if alone:
        looks.append(f"[{''.join(alone)}]")
    return "|".join(looks)


def spread(pattern: str) -> list[str]:
    """Return the alternatives of a pattern's leading choices, in the order they are tried."""
    if not pattern.startswith("(?:"):
        return [pattern]
    end = _end(pattern)
    parts, rest = _alternatives(pattern[3 : end - 1]), pattern[end:]
    if rest.startswith("?"):
        heads = [part + rest[1:] for part in parts] + [rest[1:]]
    elif rest.startswith("{0,"):
        count, after = rest[3:].split("}", 1)
        again = f"{pattern[:end]}{{0,{int(count) - 1}}}"
        heads = [part + again + after for part in parts] + [after]
    elif rest[:1] in ("*", "+", "{"):
        return [pattern]
    else:
        heads = [part + rest for part in parts]
    found = [alternative for head in heads for alternative in spread(head)]
    return found if len(found) <= MOST_ALTERNATIVES else [pattern]


def _alternatives(pattern: str) -> list[str]:
    """Return the parts of a pattern between its outermost bars."""
    parts: list[str] = []
    start = place = 0
    while place < len(pattern):
        if pattern[place] == "|":
            parts.append(pattern[start:place])
            start = place + 1
        place = _end(pattern, place)
    return [*parts, pattern[start:]]


def _end(pattern: str, start: int = 0) -> int:
    """Return where the character, class or group ends that begins there."""
    if pattern[start] == "\\":
        return start + 2
    if pattern[start] == "[":
        return pattern.index("]", start + 2) + 1
    place = start + 1
    if pattern[start] == "(":
        while pattern[place] != ")":
            place = _end(pattern, place)
        place += 1
    return place


def _heads(pattern: str) -> list[str]:
    """Return what the matches of a pattern begin with, as members of a class of characters."""
    return [head for part in _alternatives(pattern) for head in _heads_of_one(part)]


def _heads_of_one(alternative: str) -> list[str]:
    if not alternative:
        return [_ANYTHING]
    end = _end(alternative)
    first, rest = alternative[:end], alternative[end:]
    group = _GROUP.match(first)
    if first.startswith(_LOOKS):
        return _heads_of_one(rest)
    if group is not None:
        heads = _heads(first[group.end() : -1])
    elif _BEGINS_ANYHOW.match(first):
        heads = [_ANYTHING]
    elif first.startswith("["):
        members = _MEMBER.findall(first[1:-1])
        heads = [each if len(each) > 1 else re.escape(each) for each in members]
    else:
        heads = [first if len(first) > 1 else re.escape(first)]
    left_out = _MAY_BE_LEFT_OUT.match(rest)
    return heads if left_out is None else heads + _heads_of_one(rest[left_out.end() :])
