"""Fields of the supply of competence in a fund: who will leave and who will come."""

from taskmap.document.kinds import Day, Text
from taskmap.document.numbers import Number, Share, Whole
from taskmap.document.shapes import Field, ListOf, Record, Ref

YEAR = Whole(low=1990, high=2200)
_FTE = Number(high=100_000, unit="full-time equivalents")
_BY_YEAR = ListOf(_FTE, most=30)
_AS_MAPPED = "the sum of the units' mappings"


def _by_year(name: str, says: str) -> Field:
    return Field(
        name=name, kind=_BY_YEAR, says=says, unit="full-time equivalents, year by year",
        default="none", example="[4, 3, 5]",
    )  # fmt: skip


def _today(name: str, says: str) -> Field:
    return Field(
        name=name, kind=_FTE, says=says, unit="full-time equivalents", default=_AS_MAPPED
    )  # fmt: skip


ROLE_SUPPLY = Record(
    "role_supply",
    (
        Field(
            name="role", kind=Ref(what="role"), required=True, says="Id of a role in the catalogue."
        ),
        _today("posts", "Posts in the plan today."),
        _today("vacant", "Of the posts, those nobody holds."),
        _today("hired", "Covered from agencies."),
        _by_year("retire", "Posts left by people who retire."),
        Field(
            name="turnover", kind=Share(), default="0 %",
            says="Share of those who work who leave for other reasons in a year.", example="6 %",
        ),
        _by_year("intake", "Expected from schools and universities."),
        _by_year("trained", "Who finish training the employer pays for."),
        _by_year("growth", "More that the work asks for."),
        Field(
            name="source", kind=Text(1000), default="an estimate, and told as one",
            says="Where the figures come from.",
        ),
    ),
    says="One role, year by year from the first year.",
)  # fmt: skip

SUPPLY = Record(
    "supply",
    (
        Field(
            name="first_year", kind=YEAR, required=True, says="The first year looked ahead at.",
            example="2027",
        ),
        Field(
            name="years", kind=Whole(low=1, high=30), default="3", unit="years",
            says="How many years are looked ahead.",
        ),
        Field(
            name="every_years", kind=Whole(low=1, high=10), default="2", unit="years",
            says="How often the analysis is made.",
        ),
        Field(name="done", kind=ListOf(Day()), default="never", says="Days it was made."),
        Field(
            name="roles", kind=ListOf(ROLE_SUPPLY, least=1), required=True,
            says="The roles looked at.",
        ),
    ),
    says="Who there will be, year by year: today, those who leave, those who come.",
)  # fmt: skip
