from __future__ import annotations

import hashlib
import io
import json
import random
import shutil
import subprocess
import sys
import zipfile
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infodesk.core.batches import Batch, Because
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.intake import cleaned
from infodesk.core.items import MAX_CHARACTERS, Content, Section
from infodesk.exchange import container, lines, minisign, zip_shell
from infodesk.exchange.zip_shell import STORED, Part, packed, parts_in, shell
from tests.exchange.conftest import KEYS, batch_of, made, text

NAMES = container.NAMES
SMALL = batch_of(text("西关镇山体滑坡", "2人受伤。"), text("城区停水", "已恢复供水。"))
WHOLE = made(SMALL)


def refusal(data: bytes) -> Code:
    with pytest.raises(InfodeskError) as caught:
        container.read(data)
    return caught.value.code


def outcome(data: bytes) -> Batch | str:
    """Return what is read, its digest left out, or the name of the refusal."""
    try:
        return without_digest(container.read(data))
    except InfodeskError as error:
        return error.code.text


def same_or_refused(data: bytes) -> bool:
    """Say whether altered data were refused, or accepted with nothing changed."""
    found = outcome(data)
    return found == SMALL or (isinstance(found, str) and found.startswith("batch-"))


def without_digest(batch: Batch) -> Batch:
    return replace(batch, digest="", manifest="", signature="")


def altered(change_manifest=None, change_items=None, *, keep_sums: bool = False) -> bytes:
    """Rebuild the small batch with a part changed, its checksums right unless told otherwise."""
    _, manifest_part, _, items_part = parts_in(WHOLE, NAMES)
    manifest = json.loads(manifest_part.packed)
    items = zip_shell.unpacked(items_part, 1 << 20)
    if change_items:
        items = change_items(items)
    if not keep_sums:
        sums = {"bytes": len(items), "sha256": hashlib.sha256(items).hexdigest()}
        manifest["files"][0].update(sums)
    if change_manifest:
        change_manifest(manifest)
    raw = json.dumps(manifest).encode()
    return shell(
        [
            packed("mimetype", container.MIMETYPE, method=STORED),
            packed("manifest.json", raw, method=STORED),
            packed("manifest.json.minisig", signed(raw, manifest), method=STORED),
            packed("items.jsonl", items),
        ]
    )


def signed(raw: bytes, manifest: dict) -> bytes:
    comment = f"infodesk.batch {manifest['batch_id']}"
    return minisign.sign(raw, bytes.fromhex(KEYS.sign), comment)


def with_line(change) -> bytes:
    """Rebuild the small batch with its first item changed by a function on the decoded line."""

    def changed(items: bytes) -> bytes:
        first, *rest = items.split(b"\n")
        line = change(json.loads(first))
        first = line if isinstance(line, bytes) else json.dumps(line).encode()
        return b"\n".join([first, *rest])

    return altered(change_items=changed)


def test_what_is_written_is_read():
    found = container.read(WHOLE)
    assert without_digest(found) == SMALL
    assert len(found.digest) == 64
    assert made(SMALL) == WHOLE


def test_the_author_stays_at_home_and_the_manifest_names_every_part():
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == list(NAMES)
        manifest = json.loads(opened.read("manifest.json"))
        items = opened.read("items.jsonl")
    assert manifest["files"] == [
        {"path": NAMES[3], "bytes": len(items), "sha256": hashlib.sha256(items).hexdigest()}
    ]
    assert manifest["format"] == "infodesk.batch"
    assert (manifest["version"], manifest["items"]) == (1, 2)
    assert b"author" not in items


def test_an_ordinary_unzip_opens_it(tmp_path):
    (tmp_path / "a.idb").write_bytes(WHOLE)
    commands = [[sys.executable, "-m", "zipfile", "-t"]]
    if shutil.which("unzip"):
        commands.append(["unzip", "-t"])
    for command in commands:
        ran = subprocess.run([*command, "a.idb"], cwd=tmp_path, capture_output=True, check=False)
        assert ran.returncode == 0, ran.stdout


def test_no_flipped_bit_is_accepted_with_another_content():
    """One bit of each byte; ``python -m tests.exchange.alterations`` flips them all."""
    accepted = 0
    for place in range(len(WHOLE)):
        data = WHOLE[:place] + bytes([WHOLE[place] ^ 1 << place % 8]) + WHOLE[place + 1 :]
        assert same_or_refused(data)
        accepted += isinstance(outcome(data), Batch)
    # The last byte of the deflated part may have bits that mean nothing.
    assert accepted <= 1


def test_the_test_above_would_see_an_accepted_change(monkeypatch):
    """Without signature, checksums and shell, flipped bits do get through as other contents."""
    monkeypatch.setattr(minisign, "verifies", lambda *_given: True)
    monkeypatch.setattr(container, "parts_in", lenient_parts)
    monkeypatch.setattr(container, "unpacked", lambda part, _limit: part.packed)
    stored = shell([replace_packed(part) for part in parts_in(WHOLE, NAMES)])
    changed = [
        stored[:place] + bytes([stored[place] ^ 1]) + stored[place + 1 :]
        for place in range(stored.index(NAMES[1].encode()), stored.rindex(b"PK\1\2"))
    ]
    assert not all(same_or_refused(data) for data in changed)


def replace_packed(part: Part) -> Part:
    return replace(part, packed=zip_shell.unpacked(part, 1 << 20), method=STORED)


def lenient_parts(data: bytes, names: tuple[str, ...], _more: object) -> list[Part]:
    parts, offset = [], 0
    for _ in names:
        part, offset = zip_shell._part_at(data, offset)
        parts.append(part)
    return parts


def test_every_truncation_and_every_addition_is_refused():
    for length in range(len(WHOLE)):
        assert refusal(WHOLE[:length]).text.startswith("batch-")
    for addition in (b"\0", b"PK\5\6", WHOLE):
        assert refusal(WHOLE + addition) is Code.BATCH_ALTERED
    for addition in (b"\0", b"PK\5\6", WHOLE[:100]):
        assert refusal(addition + WHOLE).text.startswith("batch-")


def test_random_overwrites_insertions_and_deletions_are_never_a_surprise():
    chance = random.Random(20261122)
    for _ in range(1500):
        data = bytearray(WHOLE)
        place, length = chance.randrange(len(data)), chance.randrange(1, 40)
        noise = chance.randbytes(length)
        kind = chance.randrange(3)
        data[place : place + (0, length, length)[kind]] = (noise, noise, b"")[kind]
        assert same_or_refused(bytes(data))


def rezipped(*entries: tuple[str, bytes], **settings) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries:
            made.writestr(zipfile.ZipInfo(name, **settings), data)
    return stream.getvalue()


def contents() -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as opened:
        return [(name, opened.read(name)) for name in opened.namelist()]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_zips_rebuilt_by_others_are_refused():
    first, second, sign, third = contents()
    evil = ("../evil", "/etc/evil", "C:\\evil", "a/../../evil", "é", "attachments/0")
    cases = [
        rezipped(first, second, sign, third),
        rezipped(first, second),
        rezipped(second, first, sign, third),
        rezipped(first, second, sign, third, third),
        rezipped(first, second, second, sign, third),
        rezipped(first, second, sign, third, ("extra", b"x")),
        rezipped(),
        *(rezipped(first, second, sign, third, (name, b"x")) for name in evil),
        *(rezipped((name, b"x"), first, second, sign, third) for name in evil),
    ]
    for data in cases:
        assert refusal(data).text.startswith("batch-")


def test_names_that_are_no_parts_are_named_in_the_refusal():
    parts = parts_in(WHOLE, NAMES)
    for name in ("../evil", "/etc/evil", "mimetype"):
        with pytest.raises(InfodeskError) as caught:
            container.read(shell([*parts, packed(name, b"x")]))
        assert caught.value.code is Code.BATCH_ENTRIES_WRONG
        assert caught.value.params == {"name": name}
    assert refusal(shell(parts[:2])) is Code.BATCH_ENTRIES_WRONG
    assert refusal(shell([parts[1], parts[0], *parts[2:]])) is Code.BATCH_ENTRIES_WRONG


def test_a_link_a_comment_and_an_extra_field_are_refused():
    link = bytearray(WHOLE)
    place = link.rindex(b"PK\1\2")
    link[place + 38 : place + 42] = (0o120777 << 16).to_bytes(4, "little")
    assert refusal(bytes(link)) is Code.BATCH_ALTERED
    assert refusal(WHOLE[:-2] + b"\1\0x") is Code.BATCH_ALTERED
    assert refusal(b"x" + WHOLE) is Code.BATCH_NOT_ONE


def test_bombs_are_refused_and_honest_repetition_is_not():
    parts = parts_in(WHOLE, NAMES)
    bomb = packed("items.jsonl", b" " * (zip_shell.RATIO_FREE + 1))
    assert refusal(shell([*parts[:3], bomb])) is Code.BATCH_TOO_LARGE
    lying = replace(bomb, size=10)
    assert refusal(shell([*parts[:3], lying])) is Code.BATCH_PART_ALTERED
    repetitive = batch_of(*(text("积水点", "字" * 90_000) for _ in range(20)))
    assert len(container.read(made(repetitive)).items) == 20


def test_a_machine_without_the_quick_packer_reads_and_writes_the_same(monkeypatch):
    monkeypatch.setattr(zip_shell, "deflate", zlib)
    monkeypatch.setattr(zip_shell, "_ERROR", zlib.error)
    assert without_digest(container.read(WHOLE)) == SMALL
    slow = made(SMALL)
    items = parts_in(slow, NAMES)[3]
    broken = replace(items, packed=b"\xff" + items.packed[1:])
    assert refusal(shell([*parts_in(slow, NAMES)[:3], broken])) is Code.BATCH_PART_ALTERED
    monkeypatch.undo()
    assert without_digest(container.read(slow)) == SMALL
    assert refusal(shell([*parts_in(slow, NAMES)[:3], broken])) is Code.BATCH_PART_ALTERED


def test_more_lines_than_are_made_at_once_arrive_in_their_order():
    many = batch_of(*(text(f"第{number}条", "雨" * number) for number in range(1, 250)))
    assert without_digest(container.read(made(many))) == many


def test_the_hash_a_journal_has_of_a_text_is_taken_as_it_is_and_held_against_it(monkeypatch):
    known = replace(SMALL.items[0], known_sha256=SMALL.items[0].content.sha256())
    with monkeypatch.context() as patch:
        patch.setattr(Content, "sha256", lambda _self: "0" * 64)
        data = made(replace(SMALL, items=(known,)))
    assert container.read(data).items == (known,)
    wrong = replace(known, known_sha256="0" * 64)
    (refused,) = container.read(made(replace(SMALL, items=(wrong,)))).refused
    assert refused.because is Because.NOT_AS_APPROVED


def test_a_file_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(container, "MAX_FILE", len(WHOLE) - 1)
    assert refusal(WHOLE) is Code.BATCH_TOO_LARGE


@pytest.mark.parametrize(
    "junk", [b"", b"x", b"PK", b"PK\3\4", b"\0" * 1000, b"PK\5\6" + b"\0" * 18]
)
def test_what_is_no_batch_is_refused(junk):
    assert refusal(junk) is Code.BATCH_NOT_ONE


def set_in(path: str, value: object):
    def change(manifest: dict) -> None:
        *way, last = path.split(".")
        for step in way:
            manifest = manifest[step]
        manifest[last] = value

    return change


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("min_reader", 2, Code.BATCH_TOO_NEW),
        ("min_reader", 0, Code.BATCH_MANIFEST_WRONG),
        ("format", "other", Code.BATCH_MANIFEST_WRONG),
        ("kind", "news", Code.BATCH_MANIFEST_WRONG),
        ("critical", ["later"], Code.BATCH_TOO_NEW),
        ("seq", -1, Code.BATCH_MANIFEST_WRONG),
        ("prev", "x", Code.BATCH_MANIFEST_WRONG),
        ("sender.station", "", Code.BATCH_MANIFEST_WRONG),
        ("sender.station", "../x", Code.BATCH_MANIFEST_WRONG),
        ("sender.key", "", Code.BATCH_MANIFEST_WRONG),
        ("sender.key", "0" * 64, Code.BATCH_SIGNATURE_WRONG),
        ("gaps", list(range(1001)), Code.BATCH_MANIFEST_WRONG),
        ("status", "maybe", Code.BATCH_MANIFEST_WRONG),
        ("batch_id", "../x", Code.BATCH_MANIFEST_WRONG),
        ("batch_id", "0" * 36, Code.BATCH_MANIFEST_WRONG),
        ("created", "2026-11-22T09:00:00", Code.BATCH_MANIFEST_WRONG),
        ("sender.name", "示\u202e范", Code.BATCH_MANIFEST_WRONG),
        ("sender.name", "示" * 201, Code.BATCH_MANIFEST_WRONG),
        ("items", 3, Code.BATCH_COUNT_WRONG),
        ("items", -1, Code.BATCH_MANIFEST_WRONG),
        ("items", 1 << 63, Code.BATCH_MANIFEST_WRONG),
        ("files", [], Code.BATCH_PART_ALTERED),
    ],
)
def test_a_manifest_that_is_wrong_is_refused(path, value, code):
    assert refusal(altered(set_in(path, value))) is code


def test_a_newer_version_that_this_reader_may_read_is_read():
    def newer(manifest: dict) -> None:
        manifest.update(version=7, later={"x": 1})

    assert without_digest(container.read(altered(newer))) == SMALL


def test_a_changed_item_does_not_match_its_checksum():
    data = altered(change_items=lambda items: items.replace(b"2", b"3", 1), keep_sums=True)
    assert refusal(data) is Code.BATCH_PART_ALTERED


def approved_as_it_is(line: dict) -> dict:
    content = Content(line["title"], tuple(Section(**part) for part in line["sections"]))
    line["approval"]["sha256"] = hashlib.sha256(
        content.canonical().encode("utf-8", "surrogatepass")
    ).hexdigest()
    return line


def spoilt(because: Because, **fields):
    return pytest.param(fields, because, id=f"{because}-{'-'.join(fields)}")


@pytest.mark.parametrize(
    ("fields", "because"),
    [
        spoilt(Because.UNCLEAN, title="甲\u200b乙"),
        spoilt(Because.UNCLEAN, title="甲\u202e乙"),
        spoilt(Because.UNCLEAN, title="甲\0乙"),
        spoilt(Because.UNCLEAN, unit="西关\u2066镇"),
        spoilt(Because.UNCLEAN, sections=[{"key": "situation", "text": "甲\r\n乙"}]),
        spoilt(Because.UNREADABLE, title="甲\ud800乙"),
        spoilt(Because.UNREADABLE, title=1 << 63),
        spoilt(Because.UNREADABLE, title=None),
        spoilt(Because.UNREADABLE, title="长" * (MAX_CHARACTERS + 1)),
        spoilt(Because.UNREADABLE, id="1"),
        spoilt(Because.UNREADABLE, created="昨天"),
        spoilt(Because.UNREADABLE, sections="x"),
        spoilt(Because.CLASSIFIED, title="绝密★长期"),
        spoilt(Because.EMPTY, title=" ", sections=[]),
        spoilt(Because.TOO_LONG, sections=[{"key": "a", "text": "x" * MAX_CHARACTERS}]),
    ],
)
def test_an_item_that_is_unfit_is_refused_singly(fields, because):
    def changed(line: dict) -> dict:
        line |= fields
        return line if because is Because.UNREADABLE else approved_as_it_is(line)

    found = container.read(with_line(changed))
    assert [(line.line, line.because) for line in found.refused] == [(1, because)]
    assert found.items == SMALL.items[1:]


@pytest.mark.parametrize(
    ("line", "because"),
    [
        (b"", Because.UNREADABLE),
        (b"{", Because.UNREADABLE),
        (b"\xff\xfe", Because.UNREADABLE),
        (b'{"title":NaN}', Because.UNREADABLE),
        (b"[" * 50_000, Because.UNREADABLE),
        (b"9" * 5000, Because.UNREADABLE),
        (b"x" * (lines.MAX_LINE + 1), Because.LINE_TOO_LONG),
    ],
    ids=["empty", "open", "bytes", "nan", "deep", "digits", "long"],
)
def test_a_line_that_is_no_item_is_refused_singly(line, because):
    found = container.read(with_line(lambda _: line))
    assert [(line.line, line.because) for line in found.refused] == [(1, because)]
    assert found.items == SMALL.items[1:]


def test_an_item_whose_text_is_not_the_approved_one_is_refused():
    found = container.read(with_line(lambda line: line | {"title": "另一个题目"}))
    assert found.refused[0].because is Because.NOT_AS_APPROVED
    assert found.refused[0].title == "另一个题目"


def test_an_item_twice_in_a_batch_is_taken_once():
    twice = replace(SMALL, items=(*SMALL.items, SMALL.items[0]))
    found = container.read(made(twice))
    assert found.items == SMALL.items
    assert [(line.line, line.because) for line in found.refused] == [(3, Because.TWICE)]


def test_unknown_fields_of_an_item_are_left_alone():
    found = container.read(with_line(lambda line: line | {"later": [1, 2]}))
    assert without_digest(found) == SMALL


CLEAN = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60).map(
    lambda raw: cleaned(raw).text
)


@given(title=CLEAN.filter(str.strip), bodies=st.lists(CLEAN, max_size=4), unit=CLEAN)
def test_every_clean_text_arrives_as_it_left(title, bodies, unit):
    content = Content(title, tuple(Section(f"s{n}", body) for n, body in enumerate(bodies)))
    batch = batch_of(content)
    batch = replace(batch, items=(replace(batch.items[0], unit=unit),))
    assert without_digest(container.read(made(batch))) == batch


@given(st.binary(max_size=300))
def test_no_bytes_are_a_surprise(data):
    for candidate in (data, b"PK\3\4" + data, WHOLE[:40] + data, WHOLE[: -len(data) or None]):
        assert same_or_refused(candidate)
