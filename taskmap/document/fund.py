"""A fund's document: text to model, with what does not go together told."""

from collections.abc import Iterator
from typing import Any

from taskmap.catalogue import load
from taskmap.document.fields.fund import FUND
from taskmap.document.fund_made import fund_of
from taskmap.document.nearest import nearest
from taskmap.document.reading import Reading, read_document
from taskmap.document.references import resolve
from taskmap.document.shapes import Values
from taskmap.model.finding import Finding
from taskmap.model.fund import Fund, Status
from taskmap.model.unit import Country
from taskmap.yamltext import Path, Table, fold


def read_fund(data: bytes | str, *, file: str) -> tuple[Fund | None, tuple[Finding, ...]]:
    """Read a fund in YAML.

    Args:
        data: the document; bytes must be UTF-8.
        file: name told in the findings.

    Returns:
        The fund, None when a finding is an error, and all findings in the document's order.
    """
    return read_document(data, file=file, look=_look, make=fund_of)


def _look(root: Table, reading: Reading) -> Values:
    said = FUND.values(root, (), reading)
    if "country" in said:
        resolve(reading, load(Country(said["country"])), {})
    _note_twice(said.get("budget", ()), "year", reading)
    for part in ("areas", "needs"):
        _note_twice(said.get(part, ()), "id", reading)
    supply = said.get("supply")
    if supply is not None:
        _note_twice(supply.get("roles", ()), "role", reading)
    _note_money(said, reading)
    for need in said.get("needs", ()):
        _note_need(need, said, reading)
    return said


def _note_twice(found: tuple[Values, ...], key: str, reading: Reading) -> None:
    first: dict[Any, Path] = {}
    for each in found:
        known = first.setdefault(fold(str(each[key])), each.path)
        if known != each.path:
            at = reading.line((*known, key))
            reading.error("id.duplicate", (*each.path, key), value=str(each[key]), first_line=at)


def _note_money(said: Values, reading: Reading) -> None:
    for each in said.get("budget", ()):
        reserve = each.get("reserve", 0)
        if reserve > each["amount"]:
            reading.error(
                "fund.reserve", (*each.path, "reserve"), value=reserve, amount=each["amount"]
            )  # fmt: skip
    rules = said.get("fairness")
    if rules is not None and rules.get("least", 0) > rules.get("most", 1):
        reading.error("fund.shares", (*rules.path, "least"))


def _note_need(need: Values, said: Values, reading: Reading) -> None:
    status, grant = need.get("status", Status.RECEIVED), need.get("grant")
    if status == Status.GRANTED and grant is None and reading.is_sound((*need.path, "grant")):
        reading.error("field.missing", (*need.path, "grant"), value="grant")
    if grant is not None and status != Status.GRANTED:
        reading.error("fund.granted", (*need.path, "grant"), value=need["id"])
    areas = [area["id"] for area in said.get("areas", ())]
    area = need.get("area")
    if area is not None and area not in areas and reading.is_sound(("areas",)):
        near = nearest(area, areas)
        reading.error("fund.area_unknown", (*need.path, "area"), value=area, nearest=near)
    earliest, latest = need.get("earliest"), need.get("latest")
    if earliest is not None and latest is not None and earliest > latest:
        reading.error("fund.years", (*need.path, "latest"), value=latest, year=earliest)
    if reading.is_sound(("budget",)):
        _note_outside(need, {each["year"] for each in said.get("budget", ())}, reading)


def _note_outside(need: Values, years: set[int], reading: Reading) -> None:
    """Granted or used money in a year the budget does not have is in no sum of a year."""
    for path, year in _years(need):
        if year not in years:
            reading.warn("fund.outside", path, value=year, need=need["id"])


def _years(need: Values) -> Iterator[tuple[Path, int]]:
    grant = need.get("grant")
    if grant is not None:
        yield (*grant.path, "year"), grant["year"]
    for spent in need.get("spent", ()):
        yield (*spent.path, "date"), spent["on"].year
