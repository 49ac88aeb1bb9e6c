from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from infodesk.archive import docx_text, programs, readers
from infodesk.archive.faults import DamagedError
from infodesk.archive.programs import Program
from infodesk.core.errors import Code, InfodeskError

SAMPLE = Path(__file__).parents[1] / "data" / "archive" / "landslide.doc"
SAMPLE_TEXT = (
    "关于西关镇山体滑坡的报告\n2026年11月20日8时，示范县西关镇发生山体滑坡，2人受伤。生僻字𠮷。\n"
    "单位\t人数\n西关镇\t2\n县应急局已赶赴现场处置，伤者已送医。"
)


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refusal(path: Path) -> InfodeskError:
    with pytest.raises(InfodeskError) as caught:
        readers.read(path)
    return caught.value


def docx_of(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def replaced_in_zip(data: bytes, name: str, part: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, part if info.filename == name else old.read(info))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("gb18030", b""),
        ("gbk", b""),
    ],
)
def test_a_text_file_is_decoded_and_its_line_ends_stay(tmp_path, encoding, mark):
    text = "西关镇报告：\r\n县城，两人受伤。\n第三行\r\n"
    path = written(tmp_path, "报告.TXT", mark + text.encode(encoding))
    assert readers.read(path) == text


def test_gb18030_reaches_beyond_gbk(tmp_path):
    text = "生僻字𠮷𰻝与€"
    assert readers.read(written(tmp_path, "a.txt", text.encode("gb18030"))) == text


def test_a_wrong_byte_in_gb18030_is_named(tmp_path):
    good = "示范县西关镇".encode("gb18030")
    error = refusal(written(tmp_path, "a.txt", good + b"\xff" + good))
    assert error.code is Code.TEXT_UNDECODABLE
    assert (error.params["encoding"], error.params["offset"]) == ("GB18030", 12)


def test_a_wrong_byte_in_utf8_is_not_taken_for_gb18030(tmp_path):
    """Without the judgement this file would come in as nonsense without a word."""
    data = "示范县西关镇发生滑坡".encode()
    data = data[:12] + b"\xd6\xd0" + data[12:]
    assert data.decode("gb18030")
    error = refusal(written(tmp_path, "a.txt", data))
    assert (error.params["encoding"], error.params["offset"]) == ("UTF-8", 12)


def test_half_a_surrogate_pair_in_a_file_is_refused_with_its_place(tmp_path):
    data = "示范\ud800县".encode("utf-8", "surrogatepass")
    error = refusal(written(tmp_path, "a.txt", data))
    assert (error.code, error.params["offset"]) == (Code.TEXT_UNDECODABLE, 6)


def test_a_docx_is_its_paragraphs_joined(tmp_path):
    data = docx_of("第一段", "", "第二段\t缩进\n换行")
    assert readers.read(written(tmp_path, "a.docx", data)) == "第一段\n\n第二段\t缩进\n换行"


def test_a_docx_keeps_what_stands_in_tables_controls_boxes_and_accepted_changes(tmp_path):
    document = docx.Document()
    document.add_paragraph("表前")
    table = document.add_table(2, 2)
    for number, text in enumerate(["单位", "人数", "西关镇", "2"]):
        table.cell(number // 2, number % 2).text = text
    words = nsdecls("w")
    for inner in (
        (
            "<w:ins w:id='1' w:author='a'><w:r><w:t>新增</w:t></w:r></w:ins>"
            "<w:del w:id='2' w:author='a'><w:r><w:delText>删去</w:delText></w:r></w:del>"
        ),
        "<w:smartTag w:uri='u' w:element='e'><w:r><w:t>示范县</w:t></w:r></w:smartTag>",
        (
            "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText>"
            "<w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>页</w:t></w:r>"
        ),
        (
            "<w:r><w:t>注</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r>"
        ),
    ):
        document.element.body.insert(-1, parse_xml(f"<w:p {words}>{inner}</w:p>"))
    control = (
        f"<w:sdt {words}><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    document.element.body.insert(-1, parse_xml(control))
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert readers.read(path).split("\n") == [
        *("表前", "单位\t人数", "西关镇\t2", "新增", "示范县", "页", "注", "框内", "控件")
    ]


def test_an_external_entity_fetches_nothing(tmp_path):
    secret = written(tmp_path, "secret.txt", b"SECRET")
    xml = (
        f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]><w:document {nsdecls("w")}>'
        "<w:body><w:p><w:r><w:t>正文&e;</w:t></w:r></w:p></w:body></w:document>"
    )
    data = replaced_in_zip(docx_of("x"), "word/document.xml", xml.encode())
    assert readers.read(written(tmp_path, "a.docx", data)) == "正文"


def test_entities_that_multiply_are_refused(tmp_path):
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    xml = (
        f'<!DOCTYPE d [<!ENTITY e0 "x">{lines}]><w:document {nsdecls("w")}>'
        "<w:body><w:p><w:r><w:t>&e11;</w:t></w:r></w:p></w:body></w:document>"
    )
    data = replaced_in_zip(docx_of("x"), "word/document.xml", xml.encode())
    assert refusal(written(tmp_path, "a.docx", data)).code is Code.FILE_DAMAGED


def test_a_docx_that_unpacks_beyond_measure_is_refused_unopened(monkeypatch):
    data = docx_of("正文")
    assert docx_text.text_of(data) == "正文"
    monkeypatch.setattr(docx_text, "MAX_UNPACKED", 1000)
    with pytest.raises(DamagedError):
        docx_text.text_of(data)


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.DOC"])
def test_an_old_word_document_reads_like_the_docx_it_was_made_from(tmp_path, name):
    assert readers.read(written(tmp_path, name, SAMPLE.read_bytes())) == SAMPLE_TEXT


@pytest.mark.parametrize("length", [600, 1024, 4096, 9000, 17000])
def test_a_torn_old_word_document_is_refused(tmp_path, monkeypatch, length):
    monkeypatch.setattr(programs, "PROGRAMS", ())
    monkeypatch.setattr(programs.converted, "__defaults__", ((),))
    error = refusal(written(tmp_path, "a.doc", SAMPLE.read_bytes()[:length]))
    assert error.code is Code.FILE_DAMAGED


def test_no_altered_byte_of_an_old_word_document_is_a_surprise(tmp_path, monkeypatch):
    monkeypatch.setattr(programs.converted, "__defaults__", ((),))
    whole = SAMPLE.read_bytes()
    outcomes = set()
    for place in range(0, len(whole), 7):
        data = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        try:
            readers.read(written(tmp_path, "a.doc", data))
            outcomes.add("read")
        except InfodeskError as error:
            outcomes.add(error.code)
    assert {"read", Code.FILE_DAMAGED} <= outcomes


def test_rich_text_gives_chinese_astral_characters_and_tables(tmp_path):
    rtf = (
        r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}\f0 "
        r"\'ce\'f7\'b9\'d8\'d5\'f2\par \u-10174?\u-8265?\par "
        r"\trowd\cellx100\cellx200 A\cell B\cell\row C|D\par}"
    ).encode("ascii")
    assert readers.read(written(tmp_path, "a.rtf", rtf)) == "西关镇\n𠮷\nA\tB\nC|D"


def test_rich_text_with_bare_chinese_bytes_is_read_by_its_code_page(tmp_path):
    rtf = rb"{\rtf1\ansi\ansicpg936 " + "示范县，西关镇".encode("gbk") + rb"\par}"
    assert readers.read(written(tmp_path, "a.rtf", rtf)) == "示范县，西关镇"


def test_the_first_bytes_outrank_the_name(tmp_path):
    rtf = rb"{\rtf1\ansi\ansicpg936 \'ce\'f7\'b9\'d8\par}"
    page = "<html><head><meta charset=gb2312><title>t</title><style>p{}</style></head><body>"
    page += "<p>西关<b>镇</b></p><table><tr><td>甲</td><td>乙</td></tr></table></body></html>"
    assert readers.read(written(tmp_path, "a.doc", rtf)) == "西关"
    assert readers.read(written(tmp_path, "b.wps", docx_of("正文"))) == "正文"
    assert readers.read(written(tmp_path, "c.doc", page.encode("gb18030"))) == "西关镇\n甲\t乙"
    assert readers.read(written(tmp_path, "d.docx", SAMPLE.read_bytes())) == SAMPLE_TEXT


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", "这不是文档".encode(), Code.FILE_NOT_ITS_TYPE),
        ("a.doc", "这不是文档".encode("gbk"), Code.FILE_NOT_ITS_TYPE),
        ("a.docx", b"PK\x03\x04broken", Code.FILE_DAMAGED),
        ("a.docx", docx_of("正文")[:-400], Code.FILE_DAMAGED),
        ("a.txt", docx_of("正文"), Code.FILE_NOT_ITS_TYPE),
        ("a.txt", SAMPLE.read_bytes(), Code.FILE_NOT_ITS_TYPE),
        ("a.txt", b"%PDF-1.7 ...", Code.FILE_NOT_ITS_TYPE),
        ("a.pdf", b"%PDF-1.7 ...", Code.FILE_TYPE_UNKNOWN),
        ("a.txt", b"", Code.FILE_EMPTY),
        ("a.txt", b"\xef\xbb\xbf", Code.FILE_EMPTY),
        ("a.txt", " \n\u3000".encode(), Code.FILE_EMPTY),
        ("a.docx", docx_of(""), Code.FILE_EMPTY),
        ("a.rtf", rb"{\rtf1 \u99999999999?}", Code.FILE_DAMAGED),
    ],
)
def test_what_is_no_text_is_refused(tmp_path, name, data, code):
    error = refusal(written(tmp_path, name, data))
    assert error.code is code
    assert error.params["path"] == tmp_path / name


def test_a_zip_that_is_no_docx_is_refused(tmp_path):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert refusal(path).code is Code.FILE_NOT_ITS_TYPE


def test_an_encrypted_docx_is_refused_for_its_password(tmp_path):
    """An encrypted .docx is a compound file with a stream of this name in its directory."""
    old, new = "WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
    data = bytearray(SAMPLE.read_bytes())
    place = data.index(old)
    data[place : place + len(new)] = new
    data[place + 64 : place + 66] = (len(new) + 2).to_bytes(2, "little")
    assert refusal(written(tmp_path, "a.docx", bytes(data))).code is Code.FILE_ENCRYPTED


def test_a_doc_with_a_password_is_refused_for_it(tmp_path):
    data = bytearray(SAMPLE.read_bytes())
    data[data.index(b"\xec\xa5") + 0x0B] |= 0x01
    assert refusal(written(tmp_path, "a.doc", bytes(data))).code is Code.FILE_ENCRYPTED


def word_95() -> bytes:
    data = bytearray(SAMPLE.read_bytes())
    place = data.index(b"\xec\xa5")
    data[place + 2 : place + 4] = b"\x68\x00"
    return bytes(data)


def test_a_document_older_than_word_97_goes_to_another_program_or_is_refused(tmp_path, monkeypatch):
    path = written(tmp_path, "a.doc", word_95())
    script = written(tmp_path, "reader.py", "print('旧文')".encode())
    python = Program(sys.executable, lambda file, _: ["-X", "utf8", str(script), str(file)])
    absent = Program("no-such-program-here", lambda _file, _folder: [])
    failing = Program(sys.executable, lambda _file, _folder: ["-c", "raise SystemExit(3)"])
    monkeypatch.setattr(programs.converted, "__defaults__", ((absent, failing, python),))
    assert readers.read(path).strip() == "旧文"
    monkeypatch.setattr(programs.converted, "__defaults__", ((absent, failing),))
    assert refusal(path).code is Code.FILE_TOO_OLD


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path):
    assert refusal(tmp_path / "没有.txt").code is Code.FILE_MISSING
    assert refusal(tmp_path / "a\0b.txt").code is Code.FILE_MISSING
    assert refusal(written(tmp_path, "f.txt", b"x") / "below.txt").code is Code.FILE_MISSING
    assert refusal(tmp_path).code is Code.FILE_IS_FOLDER
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.txt")
        assert refusal(tmp_path / "pipe.txt").code is Code.FILE_NOT_REGULAR


def test_an_unreadable_file_says_why(tmp_path, monkeypatch):
    path = written(tmp_path, "a.txt", b"x")

    def fails(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", fails)
    error = refusal(path)
    assert (error.code, error.params["reason"]) == (Code.FILE_UNREADABLE, "Permission denied")


def test_a_file_beyond_the_limit_is_not_even_opened(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate((readers.MAX_MEGABYTES << 20) + 1)
    error = refusal(path)
    assert (error.code, error.params["size"]) == (Code.FILE_TOO_LARGE, readers.MAX_MEGABYTES + 1)
