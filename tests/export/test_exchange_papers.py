"""The station card and the certificate: one page each, with all that must stand on them."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from infodesk.core.answers import (
    Adoption,
    KeptAdoption,
    Receipt,
    ReceiptLine,
    ReceiptVia,
    Result,
)
from infodesk.core.batches import (
    BatchEntry,
    BatchKind,
    BatchRecord,
    BatchStatus,
    Direction,
    EntryStatus,
    Party,
)
from infodesk.core.certificate import certificate
from infodesk.core.station_card import qr_text, station_card
from infodesk.core.stations import fingerprint
from infodesk.export.qr import qr_picture
from infodesk.workspace import pdf_of, word_of
from tests.whole_way import printed_text, without_space

COUNTY = Party("a1b2c3d4e5f6", "示范县信息科", "ab" * 32, "cd" * 32)
CITY = Party("f6e5d4c3b2a1", "示范市信息科", "12" * 32, "34" * 32)
ITEM = "019ab000-0000-7000-8000-000000000001"
TITLE = "西关镇河西村因连续强降雨发生山体滑坡造成2人受伤并致县道中断正组织抢修"


def test_a_card_is_one_page_with_name_code_fingerprint_and_room_for_a_stamp(clock):
    document = station_card(COUNTY, qr_picture(qr_text(COUNTY)), clock.now().date())
    pdf, fonts = pdf_of(document)
    text, pages = printed_text(pdf)
    assert pages == 1
    assert not fonts.missing
    for part in (COUNTY.name, COUNTY.station, "单位盖章", "2026年11月20日"):
        assert part in text
    assert fingerprint(COUNTY).replace(" ", "") in text
    assert word_of(document).startswith(b"PK")


def test_the_qr_code_holds_code_and_keys():
    assert qr_text(COUNTY).split(":") == [
        *("INFODESK-STATION", "1"),
        *(part.upper() for part in (COUNTY.station, COUNTY.key, COUNTY.box)),
    ]
    picture = qr_picture(qr_text(COUNTY))
    assert picture.width_px == picture.height_px > 500


def made(clock, *, items=1, signed=0, noted=0, adopted=0):
    now = clock.now()
    record = BatchRecord(
        *("019ab000-0000-7000-8000-0000000000ff", Direction.SENT, BatchStatus.ACTUAL, "ef" * 32),
        *(now, now, "李明", COUNTY, CITY, None),
        kind=BatchKind.REPORT,
        seq=41,
    )
    entries = [
        BatchEntry(record.id, place, ITEM, TITLE, EntryStatus.SENT, "0123456789abcdef" * 4, now)
        for place in range(1, items + 1)
    ]
    later = now + timedelta(hours=1)
    line = ReceiptLine(1, Result.ACCEPTED, ITEM)
    receipts = [
        Receipt(
            *(f"s{n}", record.id, ReceiptVia.SIGNED, now, "李明", CITY.station, CITY.name, later),
            audit_head="9c" * 32,
            lines=(line,),
        )
        for n in range(signed)
    ] + [
        Receipt(
            *(f"n{n}", record.id, ReceiptVia.PHONE, now, "李明", CITY.station, CITY.name, later),
            said_by="值班室张某",
        )
        for n in range(noted)
    ]
    adoptions = [
        KeptAdoption(
            Adoption(f"a{n}", ITEM, TITLE, "每日要情", "第47期", now.date()),
            *(CITY.station, now, "李明"),
        )
        for n in range(adopted)
    ]
    return certificate(record, entries, receipts, adoptions, now=now)


def test_a_certificate_keeps_what_was_signed_apart_from_what_we_noted(clock):
    text, pages = printed_text(pdf_of(made(clock, signed=1, noted=1, adopted=1))[0])
    assert pages == 1
    signed, noted = text.index("收件单位签名的回执"), text.index("本单位自记的回执")
    assert signed < text.index("收下1") < noted < text.index("值班室张某")
    for part in (TITLE, "0123456789abcdef" * 2, "ef" * 16, "第41号", "9c" * 6, "每日要情"):
        assert without_space(part) in text
    assert fingerprint(COUNTY).replace(" ", "") in text


def test_without_a_signed_receipt_it_says_so(clock):
    text, _ = printed_text(pdf_of(made(clock, noted=1))[0])
    assert "尚无" in text[text.index("收件单位签名的回执") : text.index("本单位自记的回执")]


@pytest.mark.parametrize("signed", [0, 1, 9])
@pytest.mark.parametrize("noted", [0, 1, 9])
@pytest.mark.parametrize("adopted", [0, 1, 9])
def test_the_largest_certificates_are_one_page_and_count_what_they_leave_out(
    clock, signed, noted, adopted
):
    document = made(clock, items=300, signed=signed, noted=noted, adopted=adopted)
    text, pages = printed_text(pdf_of(document)[0])
    assert pages == 1
    assert re.search("另有29[0-9]条", text)
