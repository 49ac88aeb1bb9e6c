"""Rewrites patterns so that each alternative begins with a plain character: the search then skips.

A pattern matches the same stretches as before. ``re`` skips to the next character that may begin a
match only where every alternative begins with a plain one, and tries fewer where those that begin
alike are held together.
"""

from __future__ import annotations

MOST_ALTERNATIVES = 600
"""Alternatives of one cue beyond which it is left as it is."""


def gathered(patterns: list[str]) -> str:
    """Return one pattern for "any of these", alternatives that begin alike held together."""
    by_head: dict[str, list[str]] = {}
    for pattern in patterns:
        for alternative in spread(pattern):
            head = "" if alternative[:1] in "([\\" else alternative[0]
            by_head.setdefault(head, []).append(alternative)
    if "" in by_head:
        # some begin with no plain character: the order among all must stay
        return "|".join(patterns)
    return "|".join(
        alike[0]
        if len(alike) == 1
        else f"{head}(?:{'|'.join(alternative[1:] for alternative in alike)})"
        for head, alike in by_head.items()
    )


def spread(pattern: str) -> list[str]:
    """Return the alternatives of a pattern's leading choices, in the order they are tried."""
    if not pattern.startswith("(?:"):
        return [pattern]
    parts, end = _choice(pattern)
    rest = pattern[end:]
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


def _choice(pattern: str) -> tuple[list[str], int]:
    """Return the parts of the choice a pattern begins with, and where it ends."""
    parts: list[str] = []
    depth, start, place = 0, 3, 0
    while place < len(pattern):
        mark = pattern[place]
        if mark == "\\":
            place += 1
        elif mark == "[":
            place = pattern.index("]", place + 2)
        elif mark == "(":
            depth += 1
        elif mark == "|" and depth == 1:
            parts.append(pattern[start:place])
            start = place + 1
        elif mark == ")":
            depth -= 1
            if depth == 0:
                break
        place += 1
    parts.append(pattern[start:place])
    return parts, place + 1
