"""One line of ``items.jsonl``: from a value to its bytes and back, each line for itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

import msgspec

from infodesk.core.answers import (
    Adoption,
    Answer,
    Cancel,
    Commission,
    Directive,
    ReceiptLine,
    Result,
    Return,
    RosterLine,
    Withdrawal,
)
from infodesk.core.batches import (
    BatchItem,
    BatchKind,
    Because,
    Chain,
    Party,
    Quantity,
    RefusedLine,
)
from infodesk.core.intake import is_clean
from infodesk.core.items import MAX_CHARACTERS, Content, Section
from infodesk.core.secrecy import marking, marking_in
from infodesk.exchange import wire

MAX_LINE = 1 << 20
"""Longest line of ``items.jsonl``, in bytes; an item at its limit has room in it."""

_AT_ONCE = 100
"""How many lines are bytes at a time: more of them only cost memory, and time to fill it."""

_item = msgspec.json.Decoder(wire.ItemLine)
_traces = msgspec.json.Decoder(wire.Traces)

_PLAIN: dict[BatchKind, tuple[type[Any], type[msgspec.Struct]]] = {
    BatchKind.ADOPTION: (Adoption, wire.AdoptionLine),
    BatchKind.WITHDRAWAL: (Withdrawal, wire.WithdrawalLine),
    BatchKind.COMMISSION: (Commission, wire.CommissionLine),
    BatchKind.DIRECTIVE: (Directive, wire.DirectiveLine),
    BatchKind.RETURN: (Return, wire.ReasonLine),
    BatchKind.CANCEL: (Cancel, wire.ReasonLine),
}
"""Kinds whose lines say the same, field by field, as their values."""

_OTHER: dict[BatchKind, type[msgspec.Struct]] = {
    BatchKind.RECEIPT: wire.ReceiptLineLine,
    BatchKind.ROSTER: wire.RosterEntryLine,
}

_decoders = {
    **{kind: msgspec.json.Decoder(line) for kind, (_, line) in _PLAIN.items()},
    **{kind: msgspec.json.Decoder(line) for kind, line in _OTHER.items()},
}


def encoded(lines: Sequence[BatchItem] | Sequence[Answer]) -> Iterator[bytes]:
    """Yield ``items.jsonl``, some lines at a time."""
    encoder = msgspec.json.Encoder()
    line: Callable[[Any], msgspec.Struct] = _answer_line
    if lines and isinstance(lines[0], BatchItem):
        line = _item_line
    for start in range(0, len(lines), _AT_ONCE):
        yield encoder.encode_lines([line(each) for each in lines[start : start + _AT_ONCE]])


def decoded(lines: list[bytes], kind: BatchKind) -> Iterator[BatchItem | Answer | RefusedLine]:
    """Yield what each line says, or why it is refused."""
    take = _item_in if kind is BatchKind.REPORT else _answer_taker(kind)
    known: set[str] = set()
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            yield RefusedLine(number, Because.LINE_TOO_LONG)
            continue
        try:
            found, because = take(line)
        except (msgspec.MsgspecError, RecursionError):
            yield _refused(number, line)
            continue
        # A receipt answers lines, and several of them may be about one item.
        name = str(found.line) if isinstance(found, ReceiptLine) else found.id
        because = Because.TWICE if name in known else because
        known.add(name)
        if because is None:
            yield found
        else:
            title = found.title if is_clean(found.title) else ""
            yield RefusedLine(number, because, found.id, title[:80])


def _item_line(item: BatchItem) -> wire.ItemLine:
    content = item.content
    chain = item.chain
    # By their places: naming the fields takes as long again.
    return wire.ItemLine(
        item.id,
        item.kind,
        content.title,
        tuple([wire.SectionLine(part.key, part.text) for part in content.sections]),
        item.unit,
        item.created_at,
        wire.ApprovalLine(item.sha256, item.approved_by, item.approved_at),
        item.profile,
        item.flags,
        tuple(map(_figure_line, item.figures)),
        wire.ChainLine(chain.event, chain.number, chain.predecessor, chain.leg) if chain else None,
        item.attachments,
    )


def _figure_line(figure: Quantity) -> wire.FigureLine:
    return wire.FigureLine(figure.name, figure.value, figure.unit, figure.rough)


def _item_in(line: bytes) -> tuple[BatchItem, Because | None]:
    said = _item.decode(line)
    chain = said.chain
    item = BatchItem(
        id=said.id,
        kind=said.kind,
        content=Content(said.title, tuple(Section(part.key, part.text) for part in said.sections)),
        unit=said.unit,
        created_at=said.created,
        approved_at=said.approval.at,
        approved_by=said.approval.by,
        profile=said.profile,
        flags=said.flags,
        figures=tuple(
            Quantity(each.name, each.value, each.unit, each.rough) for each in said.figures
        ),
        chain=Chain(chain.event, chain.number, chain.predecessor, chain.leg) if chain else None,
        attachments=said.attachments,
        known_sha256=said.approval.sha256,
    )
    return item, _objection(item)


def _objection(item: BatchItem) -> Because | None:
    content = item.content
    names = [item.kind, item.unit, item.approved_by, item.profile, *item.flags]
    names += [part.key for part in content.sections]
    names += [text for each in item.figures for text in (each.name, each.unit)]
    names += [item.chain.leg] if item.chain else []
    if not _clean((*names, content.title, *(part.text for part in content.sections))):
        return Because.UNCLEAN
    if not content.title.strip() and not content.body.strip():
        return Because.EMPTY
    if marking_in(content):
        return Because.CLASSIFIED
    if len(content.title) + len(content.body) > MAX_CHARACTERS:
        return Because.TOO_LONG
    if content.sha256() != item.known_sha256:
        return Because.NOT_AS_APPROVED
    return Because.HAS_ATTACHMENTS if item.attachments else None


def _clean(texts: tuple[str, ...]) -> bool:
    # One search instead of one a text: no text with a zero byte in it is clean by itself.
    return is_clean("".join(texts))


def _answer_line(answer: Answer) -> msgspec.Struct:
    if isinstance(answer, ReceiptLine):
        because = answer.because
        return wire.ReceiptLineLine(
            *(answer.line, answer.result.value, answer.id, because or ""), sha256=answer.sha256
        )
    if isinstance(answer, RosterLine):
        party = answer.party
        return wire.RosterEntryLine(
            *(party.station, party.name, party.key, party.box),
            *(answer.since, answer.until, answer.revoked, answer.because),
        )
    struct = next(line for value, line in _PLAIN.values() if isinstance(answer, value))
    return struct(**asdict(answer))


def _answer_taker(kind: BatchKind) -> Callable[[bytes], tuple[Answer, Because | None]]:
    decoder = _decoders[kind]

    def take(line: bytes) -> tuple[Answer, Because | None]:
        said = decoder.decode(line)
        texts = [text for text in msgspec.structs.asdict(said).values() if isinstance(text, str)]
        answer = _answer_of(kind, said)
        if not _clean(tuple(texts)):
            return answer, Because.UNCLEAN
        if any(marking(text) for text in texts):
            return answer, Because.CLASSIFIED
        return answer, None

    return take


def _answer_of(kind: BatchKind, said: Any) -> Answer:
    if kind is BatchKind.RECEIPT:
        return ReceiptLine(
            said.line, Result(said.result), said.id, _because(said.code), said.sha256
        )
    if kind is BatchKind.ROSTER:
        party = Party(said.station, said.name, said.key, said.box)
        return RosterLine(party, said.since, said.until, said.revoked, said.because)
    answer: Answer = _PLAIN[kind][0](**msgspec.structs.asdict(said))
    return answer


def _because(code: str) -> Because | None:
    """Return the reason a receipt names; a newer program may know more of them than we do."""
    if not code:
        return None
    return Because(code) if code in set(Because) else Because.OTHER_REASON


def _refused(number: int, line: bytes) -> RefusedLine:
    try:
        traces = _traces.decode(line)
    except (msgspec.MsgspecError, RecursionError):
        return RefusedLine(number, Because.UNREADABLE)
    shown = [text[:80] if is_clean(text) else "" for text in (traces.id, traces.title)]
    return RefusedLine(number, Because.UNREADABLE, *shown)
