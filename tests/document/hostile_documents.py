"""Hostile documents by the thousand: good ones spoilt in seeded ways."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

TESTS = Path(__file__).parents[1]
GOOD = (TESTS / "cases" / "ward.yaml").read_bytes()

NASTY = (
    b"&a ", b"*a", b"!!python/object:os.system ", b"<<: ", b"%YAML 1.1\n", b"---\n", b"...\n",
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", "\u2028".encode(), "\u202e".encode(), b"\t", b"\r",
    b"[" * 40, b"{" * 40, b"]" * 9, b"}" * 9, b"- " * 40, b"? ", b": ", b"#", b"'", b'"', b"|\n",
    b"9" * 5_000, b"1e999", b"-1", b".nan", b".inf", b"0x1F", b"1:30", b"70 %", b"7,5", b"null",
    b"~", b"NO", b"{}", b"[]", b"[[]]", b"{a: {b: [1]}}", b"rest", b"sykepleier", b"24:00",
    b"mon-sun", b"2026-02-30", b"9999-99-99", "K\u030akken".encode(), "\u200b".encode(),
    b"a" * 2_000, b"\xe2\x80\x8b", b"&a [*a, *a]", b"? [a]\n: b\n", b"\\u0007", b"0" * 300,
)  # fmt: skip


def hostile(seed: int, count: int) -> Iterator[bytes]:
    """Spoilt documents, the same for the same seed."""
    random = Random(seed)  # noqa: S311 - for repeatable tests, not for secrets
    ways = (
        *(_swap_values, _swap_values, _swap_values, _other_word, _other_word, _drop_line),
        *(_flip, _cut, _insert, _repeat_part, _nest, _move_line),
    )
    for _ in range(count):
        data = GOOD
        for _ in range(random.choice((1, 1, 1, 1, 2, 6))):
            data = random.choice(ways)(data, random)
        yield data


def _at(data: bytes, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _flip(data: bytes, random: Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(random.choice((1, 2, 20))):
        if spoilt:
            spoilt[random.randrange(len(spoilt))] = random.randrange(256)
    return bytes(spoilt)


def _cut(data: bytes, random: Random) -> bytes:
    return data[: _at(data, random)]


def _insert(data: bytes, random: Random) -> bytes:
    at = _at(data, random)
    return data[:at] + random.choice(NASTY) + data[at:]


def _swap_values(data: bytes, random: Random) -> bytes:
    """Put something else after a colon: another type, another number, a trap."""
    colons = [at for at in range(len(data) - 1) if data[at : at + 2] == b": "]
    if not colons:
        return data
    at = random.choice(colons) + 2
    end = min((e for e in (data.find(c, at) for c in (b",", b"}", b"\n")) if e >= 0), default=at)
    return data[:at] + random.choice(NASTY) + data[end:]


def _other_word(data: bytes, random: Random) -> bytes:
    """Put a number or name of the document where another one stood."""
    words = [match.span() for match in re.finditer(rb"[\w.]+", data)]
    if not words:
        return data
    (start, end), (first, last) = random.choice(words), random.choice(words)
    return data[:start] + data[first:last] + data[end:]


def _drop_line(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    if lines:
        del lines[random.randrange(len(lines))]
    return b"".join(lines)


def _move_line(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    if lines:
        line = lines.pop(random.randrange(len(lines)))
        lines.insert(random.randrange(len(lines) + 1), b" " * random.randrange(8) + line.lstrip())
    return b"".join(lines)


def _repeat_part(data: bytes, random: Random) -> bytes:
    first, last = sorted((_at(data, random), _at(data, random)))
    return data[:last] + data[first:last] * random.choice((1, 2, 5)) + data[last:]


def _nest(data: bytes, random: Random) -> bytes:
    at, deep = _at(data, random), random.choice((2, 19, 25, 2_000))
    return data[:at] + b"{a: " * deep + b"1" + b"}" * deep + data[at:]
