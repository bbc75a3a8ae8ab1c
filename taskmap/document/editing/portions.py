"""Figures of a document divided and added, to a hundredth of a minute."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from taskmap.yamltext import Plain, Value

_STEP = Decimal("0.01")


def portions(value: Value, shares: Sequence[float]) -> list[Value]:
    """A figure, or every figure of a table, divided by shares; the portions make the whole."""
    if isinstance(value, dict):
        divided = {key: portions(each, shares) for key, each in value.items()}
        return [{key: each[at] for key, each in divided.items()} for at in range(len(shares))]
    number = _number(value)
    if number is None:
        return [value for _ in shares]
    total = Decimal(str(sum(shares))) or Decimal(1)
    found: list[Value] = []
    reached, given = Decimal(0), Decimal(0)
    for share in shares:
        reached += Decimal(str(share))
        upto = (number * reached / total).quantize(_STEP)
        found.append(_plain(upto - given))
        given = upto
    return found


def added(values: Sequence[Value]) -> Value | None:
    """Figures, or tables of the same figures, summed; None where they are not alike."""
    first = values[0]
    if isinstance(first, dict):
        tables = [value for value in values if isinstance(value, dict) and set(value) == set(first)]
        sums = {key: added([table[key] for table in tables]) for key in first}
        found = {key: each for key, each in sums.items() if each is not None}
        return found if len(tables) == len(values) and len(found) == len(first) else None
    numbers = [_number(value) for value in values]
    if any(number is None for number in numbers):
        return first if all(value == first for value in values) else None
    return _plain(sum((number for number in numbers if number is not None), Decimal(0)))


def _number(value: Value) -> Decimal | None:
    try:
        return Decimal(value.text) if isinstance(value, Plain) else None
    except InvalidOperation:
        return None


def _plain(number: Decimal) -> Plain:
    text = f"{number:f}"
    return Plain(text.rstrip("0").rstrip(".") if "." in text else text)
