"""What is known of a batch as a page of text: where it went, its lines, what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from html import escape

from infodesk import messages
from infodesk.core.answers import Adoption, Directive, Receipt
from infodesk.core.batches import BatchEntry, BatchRecord, Direction
from infodesk.core.stations import Station, Waiting, fingerprint
from infodesk.gui.answering import AnswerRow
from infodesk.gui.messages import term
from infodesk.gui.theme import Colours


def batch_html(
    record: BatchRecord,
    entries: Sequence[BatchEntry],
    receipts: Sequence[Receipt],
    *,
    colours: Colours,
    language: str,
) -> str:
    """Return a batch of ours, or one that came, as HTML."""
    say = partial(_say, language)
    sent = record.direction is Direction.SENT
    other = record.recipient if sent else record.sender
    facts = [
        (say("to") if sent else say("from"), other.label or "—"),
        (say("number"), str(record.seq) if record.seq else "—"),
        (say("time"), f"{record.at:%Y-%m-%d %H:%M:%S}"),
        (say("by"), record.by),
        (say("file"), record.path.name if record.path else ""),
        (say("checksum"), record.digest[:24]),
    ]
    privacy = record.privacy
    if privacy.masked:
        masked = messages.say("exchange", "masked", language, count=privacy.masked)
        facts.append((say("personal"), masked))
    parts = [_table(facts, colours), _heading(say("contents"))]
    parts += [
        _entry(entry, colours, language, is_kept=entry.item_id in privacy.kept) for entry in entries
    ]
    if sent:
        parts.append(_heading(say("receipts")))
        parts += [_receipt(each, colours, language) for each in receipts]
        if not receipts:
            parts.append(_line(escape(say("no-receipt")), colours.muted))
    return "".join(parts)


def waiting_html(
    waiting: Waiting, titles: Iterable[str], *, colours: Colours, language: str
) -> str:
    """Return a file whose sender is not known yet as HTML; it can be read, nothing is taken in."""
    say = partial(_say, language)
    facts = [
        (say("from"), waiting.sender.label),
        (say("fingerprint"), fingerprint(waiting.sender)),
        (say("came"), f"{waiting.at:%Y-%m-%d %H:%M}"),
    ]
    note = say("unverified")
    lines = "".join(_line(escape(title), colours.text) for title in titles)
    return (
        _table(facts, colours)
        + _line(escape(note), colours.should)
        + _heading(say("contents"))
        + lines
    )


def station_html(station: Station, *, colours: Colours, language: str) -> str:
    """Return a station whose key was made known as HTML."""
    say = partial(_say, language)
    state = station.ending.value if station.ending else "holds"
    facts = [
        (say("station"), station.party.label),
        (say("code"), station.party.station),
        (say("fingerprint"), fingerprint(station.party)),
        (say("state"), term(f"key-{state}", language)),
        (say("known-since"), f"{station.at:%Y-%m-%d %H:%M} {station.by}".rstrip()),
        (say("valid-until"), f"{station.until:%Y-%m-%d}" if station.until else ""),
        (
            say("ended"),
            f"{station.ended_at:%Y-%m-%d} {station.because}" if station.ended_at else "",
        ),
    ]
    return _table(facts, colours)


def answer_html(row: AnswerRow, *, colours: Colours, language: str) -> str:
    """Return an answer as HTML."""
    say = partial(_say, language)
    told = row.told
    facts = [(say("field-item"), told.title), (say("told-by"), row.station or say("ourselves"))]
    if isinstance(told, Adoption):
        printed = f"{told.publication} {told.number}".rstrip()
        facts += [(say("field-publication"), printed), (say("field-day"), told.day.isoformat())]
        facts += [(say("field-form"), told.form), (say("field-points"), _points(told.points))]
        facts.append((say("withdrawn-because"), row.because))
    elif isinstance(told, Directive):
        leader = f"{told.post} {told.leader}".lstrip()
        facts += [(say("field-leader"), leader), (say("field-day"), told.day.isoformat())]
        facts.append((say("field-text"), told.text))
    else:
        facts[0] = (say("field-topic"), told.title)
        facts += [(say("field-text"), told.text), (say("field-points"), _points(told.points))]
        facts.append((say("field-due"), told.due.isoformat() if told.due else ""))
    return _table(facts, colours)


def _points(points: float | None) -> str:
    return "" if points is None else f"{points:g}"


def _say(language: str, key: str) -> str:
    return messages.say("exchange", key, language)


def _table(facts: Iterable[tuple[str, str]], colours: Colours) -> str:
    rows = "".join(
        f"<tr><td style='color:{colours.muted}; padding:2px 14px 2px 0; white-space:nowrap'>"
        f"{escape(name)}</td><td style='padding:2px 0'>{escape(value)}</td></tr>"
        for name, value in facts
        if value
    )
    return f"<table cellspacing='0'>{rows}</table>"


def _heading(text: str) -> str:
    return f"<p style='margin:12px 0 4px'><b>{escape(text)}</b></p>"


def _line(html: str, colour: str) -> str:
    return f"<p style='margin:3px 0; color:{colour}'>{html}</p>"


def _entry(entry: BatchEntry, colours: Colours, language: str, *, is_kept: bool) -> str:
    status = term(f"entry-{entry.status.value}", language)
    because = messages.say("batch", entry.because, language) if entry.because else ""
    remarks = [because, _say(language, "kept") if is_kept else ""]
    why = "".join(
        f" <span style='color:{colours.should}'>{escape(remark)}</span>"
        for remark in filter(None, remarks)
    )
    return _line(
        f"{entry.place}. {escape(entry.title)} "
        f"<span style='color:{colours.muted}'>{escape(status)}</span>{why}",
        colours.text,
    )


def _receipt(receipt: Receipt, colours: Colours, language: str) -> str:
    """Return a receipt; what the receiver signed is told apart from what we wrote down."""
    say = partial(_say, language)
    kind = say("signed") if receipt.is_signed else say("own-record")
    colour = colours.done if receipt.is_signed else colours.should
    via = "" if receipt.is_signed else f"{messages.say('exchange', receipt.via, language)} "
    who = receipt.name if receipt.is_signed else receipt.said_by
    text = f"{receipt.said_at:%Y-%m-%d %H:%M} {via}{who}"
    gaps = ""
    if receipt.gaps:
        numbers = "、".join(str(number) for number in receipt.gaps)
        said = messages.say("exchange", "gaps", language, numbers=numbers)
        gaps = f"<br>{escape(said)}"
    return _line(f"<span style='color:{colour}'>{kind}</span> {escape(text)}{gaps}", colours.text)
