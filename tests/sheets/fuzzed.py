"""Generated hostile files: sound workbooks of many shapes, then damaged in many ways."""

import warnings
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from taskmap.sheets import Column, Page, write_csv, write_xlsx
from tests.sheets.made import MAIN, by_hand, ods, ods_cell, sheet_xml

FILES = Path(__file__).parent / "files"
ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")
FITTING = {
    "_ours": ".xlsx",
    "_hand": ".xlsx",
    "_ods": ".ods",
    "_csv": ".csv",
    "_old": ".xls",
    "_noise": ".xls",
}
OLD = tuple(path.read_bytes() for path in sorted(FILES.glob("*.xls")))
TEXTS = (
    "Oppgave", "Minutter", "Antall", "Sykepleier", "Dag", "Sum", "Stell", "=1+1", "+47", "-", "1,5",
    "25 %", "annenhver uke", "'", '"', "\n", "\t", ";", "\x00", "\x07", "\ud7ff", "<b>", "&amp;",
    "Å" * 300, "#REF!", "1e400", "-0", "nan", "\u202e", "A\u030a", "12:30", "2026-13-45", "{{}}",
)  # fmt: skip
CELLS = (
    '<c r="{at}"><v>{n}</v></c>',
    '<c r="{at}" t="s"><v>{n}</v></c>',
    '<c r="{at}" t="b"><v>{n}</v></c>',
    '<c r="{at}" t="e"><v>#REF!</v></c>',
    '<c r="{at}"><f>HYPERLINK("http://x")</f></c>',
    '<c r="{at}"><f>[1]A!A1</f><v>1</v></c>',
    '<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>',
    '<c t="str"><v>{text}</v></c>',
    '<c r="{at}" s="99999"><v>45000.5</v></c>',
    '<c r="{at}"><v>1e999</v></c>',
    '<c r="{at}" t="d"><v>2026-99-99</v></c>',
)
_KEPT = (ZIP_DEFLATED, ZIP_STORED)
PLACES = ("A1", "B2", "C3", "XFD1", "XFD1048576", "AAAA1", "A0", "1", "A99999999999", "é1", "ZZ400")


def hostile(seed: int) -> tuple[bytes, str]:
    """A file and its name; the same seed gives the same file."""
    random = Random(seed)  # noqa: S311 - repeatable, not secret
    make = random.choice((*(_ours, _hand, _ods, _csv) * 3, _noise, _noise, _old))
    data = make(random)
    if random.random() < 0.6:
        data = random.choice((_cut, _flip, _rezipped, _doubled))(data, random)
    ending = FITTING[make.__name__] if random.random() < 0.8 else random.choice(ENDINGS)
    return data, f"fil{ending}"


def _table(random: Random) -> list[list[object]]:
    width = random.randint(1, 8)
    values = (*TEXTS[:18], 1.5, 0, -3, 1e300, True, None)
    return [[random.choice(values) for _ in range(width)] for _ in range(random.randint(0, 12))]


def _page(random: Random) -> Page:
    rows = _table(random)
    width = max(map(len, rows), default=1)
    columns = tuple(Column(title=random.choice(TEXTS[:18])) for _ in range(width))
    return Page(title=random.choice(("Oppgaver", "Ark1", "Enhet")), columns=columns, rows=rows)


def _ours(random: Random) -> bytes:
    return write_xlsx([_page(random)], {})


def _csv(random: Random) -> bytes:
    data = write_csv(_page(random), comma=random.random() < 0.5)
    return data.replace(b";", random.choice((b";", b"\t", b",", b'";"')))


def _hand(random: Random) -> bytes:
    lines = []
    for number in range(random.randint(1, 6)):
        cells = "".join(_cell(random) for _ in range(random.randint(0, 5)))
        given = random.choice((f' r="{number + 1}"', "", ' r="1048576"', ' r="-1"', ' r="x"'))
        lines.append(f"<row{given}>{cells}</row>")
    sheet = sheet_xml("".join(lines))
    if random.random() < 0.3:
        merged = random.choice(("A1:B2", "A1:XFD1048576", "B2:A1", "x", ""))
        cells = f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>'
        sheet = sheet.replace("</worksheet>", f"{cells}</worksheet>")
    strings = f'<sst xmlns="{MAIN}"><si><t>{"x" * random.choice((1, 40_000))}</t></si></sst>'
    return by_hand(sheet, **({"xl/sharedStrings.xml": strings} if random.random() < 0.5 else {}))


def _cell(random: Random) -> str:
    text = random.choice(TEXTS[:10]).replace("<", "&lt;")
    number = random.choice((0, 1, -1, 7, 99_999_999))
    return random.choice(CELLS).format(at=random.choice(PLACES), n=number, text=text)


def _ods(random: Random) -> bytes:
    times = random.choice((1, 2, 300, 16_384, 10**9))
    cells = "".join(ods_cell(random.choice(("a", "#REF!", "1,5")), times) for _ in range(3))
    down = random.choice((1, 5, 1_048_576, 10**12))
    return ods(f'<table:table-row table:number-rows-repeated="{down}">{cells}</table:table-row>')


def _old(random: Random) -> bytes:
    return random.choice(OLD)


def _noise(random: Random) -> bytes:
    head = random.choice(
        (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"\xff\xfe")
    )
    return head + random.randbytes(random.randint(0, 3_000))


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randint(0, len(data))]


def _flip(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 20)):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _doubled(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + data[: random.randint(0, len(data))] + data[at:]


def _rezipped(data: bytes, random: Random) -> bytes:
    """The same container with parts left out, emptied, renamed, repeated or swollen."""
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = [(name, package.read(name)) for name in package.namelist()]
    except BadZipFile:
        return _flip(data, random)
    out = BytesIO()
    with warnings.catch_warnings(), ZipFile(out, "w", random.choice(_KEPT)) as package:
        warnings.simplefilter("ignore", UserWarning)  # two parts of one name are meant here
        for name, part in parts:
            if random.random() > 0.1:
                package.writestr(_named(name, random), _spoilt(part, random))
    return out.getvalue()


def _spoilt(part: bytes, random: Random) -> bytes:
    if random.random() > 0.1:
        return part
    return random.choice((b"", _flip(part, random), part[:-30], bytes(3_000_000)))


def _named(name: str, random: Random) -> str:
    other = random.choice(("../../x.xml", "xl/vbaProject.bin", "/x", "xl\\sheet.xml"))
    return other if random.random() > 0.95 else name
