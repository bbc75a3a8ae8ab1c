"""Several names with figures in one cell: ``Dag: 60 %; Kveld: 40 %``, a line for each band."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from taskmap.exchange.amounts import number_of, share_of, shown
from taskmap.exchange.misread import Misread
from taskmap.exchange.words import Words

_PART = re.compile(
    r"\s*(.*?)\s*[:=]?\s*([-+\d][\d.,\s\u00a0\u202f]*(?:e-?\d+)?\s*%?)\s*", re.DOTALL
)
_MARKS = re.compile(r"[;:=|\n\r]|\d[\s%]*$")
BAND_MARK = " = "
_BETWEEN = re.compile(r"[/&+,;\n]|\b(?:og|eller|och|and|or)\b", re.IGNORECASE)

Figure = Callable[[str], float]


def names_told(names: list[str], what: str, words: Words) -> str:
    """A list of names in one cell."""
    if not names:
        return words.choice_told("nothing", "none")
    return "; ".join(_name(what, name, words) for name in names)


def names_meant(text: str, what: str, words: Words) -> list[str]:
    """The ids of a list of names; commas divide it where semicolons do not."""
    if words.choice_meant("nothing", text):
        return []
    whole = named(what, text.strip(), words, strict=False)
    if whole is not None:
        return [whole]
    parts = re.split(r"[;\n]" if re.search(r"[;\n]", text) else r",", text)
    return [_must(what, part.strip(), words) for part in parts if part.strip()]


def figures_told(figures: Mapping[str, float], what: str, words: Words, *, share: bool) -> str:
    """Names with a figure each."""
    tell = share_told if share else number_told
    return "; ".join(f"{_name(what, name, words)}: {tell(n, words)}" for name, n in figures.items())


def figures_meant(text: str, what: str, words: Words, *, share: bool) -> dict[str, float]:
    """Names with a figure each.

    Raises:
        Misread: a part is no name with a figure, or a name is unknown or stands twice.
    """
    figure: Figure = share_of if share else number_of
    found: dict[str, float] = {}
    for part in re.split(r"[;\n]", text):
        if not part.strip():
            continue
        match = _PART.fullmatch(part)
        if match is None or not match[1]:
            raise Misread("import.notation", value=shown(part.strip()))
        name = _must(what, match[1], words)
        if name in found:
            raise Misread("import.notation", value=shown(part.strip()))
        found[name] = figure(match[2])
    return found


def shares_told(today: Mapping[str, Any], words: Words) -> str:
    """Who does it: one role, shares by role, or a line with these for each band."""
    if any(isinstance(each, Mapping) for each in today.values()):
        return "\n".join(
            BAND_MARK.join((_name("band", band, words), shares_told(shares, words)))
            for band, shares in today.items()
        )
    return figures_told(today, "role", words, share=True)


def shares_meant(text: str, words: Words) -> Any:
    """What ``shares_told`` tells; also a bare role, which does all of it."""
    if BAND_MARK.strip() in text:
        by_band = {}
        for line in filter(str.strip, text.splitlines()):
            band, mark, shares = line.partition(BAND_MARK.strip())
            if not mark:
                raise Misread("import.notation", value=shown(line))
            by_band[_must("band", band.strip(), words)] = shares_meant(shares.strip(), words)
        return by_band
    alone = named("role", text.strip(), words, strict=False)
    if alone is not None:
        return {alone: 1.0}
    if not any(map(str.isdigit, text)):
        return evenly(roles_meant(text, words))
    return figures_meant(_semicolons(text), "role", words, share=True)


def roles_meant(text: str, words: Words) -> list[str]:
    """The roles of ``Sykepleier / Helsefagarbeider``; also with ``og``, ``eller``, ``+``, a comma.

    Raises:
        Misread: a part is no role; all of it where no part is.
    """
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    known = [named("role", part, words, strict=False) for part in parts]
    if not any(known):
        raise Misread("import.name", value=shown(text), nearest=words.nearest("role", text.strip()))
    for part in parts:
        _must("role", part, words)
    return list(dict.fromkeys(filter(None, known)))


def evenly(roles: list[str]) -> dict[str, float]:
    """The same share to each, in whole per cents that make a hundred."""
    share, over = divmod(100, len(roles))
    return {role: (share + (at < over)) / 100 for at, role in enumerate(roles)}


def share_told(share: float, words: Words) -> str:
    """A share in per cent, where that is the same number; else as a part of one."""
    percent = f"{share * 100:.12g}"
    if round(float(percent) / 100, 12) == share and "e" not in percent:
        return f"{_decimal(percent, words)} %"
    return repr(share)


def number_told(number: float, words: Words) -> str:
    """A number with the language's decimal sign."""
    return _decimal(repr(int(number) if float(number).is_integer() else number), words)


def named(what: str, text: str, words: Words, *, strict: bool = True) -> str | None:
    """The id of a name; ids of things that only this unit names need not be known before."""
    found = words.meant(what, text)
    if found is None and strict:
        raise Misread("import.name", value=shown(text), nearest=words.nearest(what, text))
    return found


def _must(what: str, text: str, words: Words) -> str:
    if what == "own":
        return text
    found = named(what, text, words)
    return found if found is not None else text


def _name(what: str, name: str, words: Words) -> str:
    """A name that the marks of the notation do not break; else the id."""
    told = name if what == "own" else words.told(what, name)
    return name if _MARKS.search(told) or "," in told else told


def _semicolons(text: str) -> str:
    """Commas between roles as semicolons; those within figures stay."""
    return text if ";" in text else re.sub(r",(?=\s*[^\W\d])", ";", text)


def _decimal(text: str, words: Words) -> str:
    return text if words.reader.code == "en" else text.replace(".", ",")
