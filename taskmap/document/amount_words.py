"""Words for how often and how long, in bokmål, nynorsk, Swedish and English."""

from collections.abc import Mapping
from typing import TypeVar

from taskmap.model.amount import Every

Meant = TypeVar("Meant")


def _each(table: Mapping[Meant, str]) -> dict[str, Meant]:
    return {word: meant for meant, some in table.items() for word in some.split()}


# Small words that are a number before what is counted, and otherwise only an article.
ARTICLES = frozenset(["en", "ett", "et", "ein", "eit", "ei", "én", "éin", "a", "an", "one"])
NUMBERS = _each(
    {
        0.5: "halv halvt half",
        1.5: "halvannen halvanna halvannan",
        2: "to två tva two",
        3: "tre three",
        4: "fire fyra four",
        5: "fem five",
        6: "seks sex six",
        7: "sju syv seven",
        8: "åtte åtta eight",
        9: "ni nio nine",
        10: "ti tio ten",
        12: "tolv twelve",
        15: "femten femton fifteen",
        20: "tjue tjugo twenty",
        30: "tretti trettio thirty",
    }
)
ONCE = _each({1: "once", 2: "twice", 3: "thrice"})
# "hver tredje uke": once in three.
NTH = _each(
    {
        2: "annen annet andre anna annan annat other second",
        3: "tredje third",
        4: "fjerde fjärde fourth",
        5: "femte fifth",
        6: "sjette sjätte sixth",
        7: "sjuende syvende sjunde seventh",
        8: "åttende åttonde eighth",
    }
)
ORDINALS = frozenset(["e", "a", "i", "st", "nd", "rd", "th"])  # "var 14:e dag", "every 3rd week"
OTHER_EACH = frozenset(
    [
        "annenhver",
        "annethvert",
        "annahver",
        "annankvar",
        "annakvar",
        "annankvart",
        "varannan",
        "vartannat",
    ]
)
EACH = frozenset(["hver", "hvert", "kvar", "kvart", "var", "vart", "varje", "every", "each"])
PER = frozenset(["per", "pr"])
OVER = frozenset(["om", "i", "per", "pr", "på", "in", "on", "a", "an", "the"])
PERIODS = _each(
    {
        Every.DAY: "dag dagen dager dagar døgn døgnet dygn dygnet day days d",
        Every.WEEK: "uke uka uken uker veke veka veker vecka veckan veckor week weeks u v w",
        Every.MONTH: "måned måneden måneder månad månaden månader mnd mån month months",
        Every.QUARTER: "kvartal kvartalet quarter quarters",
        Every.YEAR: "år året year years yr",
    }
)
ENGLISH = frozenset(["day", "week", "month", "quarter", "year"])
ALONE = _each(
    {
        Every.DAY: "daglig dagleg dagligen dagligt daily",
        Every.WEEK: "ukentlig vekentleg veckovis weekly",
        Every.MONTH: "månedlig månadleg månatligen månadsvis monthly",
        Every.QUARTER: "kvartalsvis quarterly",
        Every.YEAR: "årlig årleg årligen yearly annually",
    }
)
WEEKDAYS = frozenset(
    [
        "hverdag",
        "hverdager",
        "hverdagen",
        "kvardag",
        "kvardagar",
        "vardag",
        "vardagar",
        "weekday",
        "weekdays",
    ]
)
HOUR = frozenset(["time", "timen", "timme", "timmen", "timer", "timmar", "hour", "hours"])
HOURLY = frozenset(("hourly",))
MORNING = frozenset(["morgen", "morgon", "morgonen", "morning"])
EVENING = frozenset(["kveld", "kvelden", "kväll", "kvällen", "evening"])
TIMES = frozenset(
    [
        "ganger",
        "gonger",
        "gang",
        "gånger",
        "gång",
        "ggr",
        "gg",
        "g",
        "times",
        "x",
        "\N{MULTIPLICATION SIGN}",
        "*",
    ]
)
# What durations may be told in, also by the heading of a column.
MINUTES_PER = {"seconds": 1 / 60, "minutes": 1.0, "hours": 60.0}
UNIT_OF = _each(
    {
        "seconds": "sekunder sekund sek seconds second secs sec s",
        "minutes": "minutter minutt minuter minut minutes minute min m",
        "hours": "timer timar time timmar timme tim hours hour hrs hr t h",
    }
)
MINUTES_IN = {
    **{word: MINUTES_PER[unit] for word, unit in UNIT_OF.items()},
    **dict.fromkeys(("halvtime", "halvtimme", "halvtimma", "halvtimen"), 30.0),
    "kvarter": 15.0,
}
AND = frozenset(["og", "och", "and", "&", "+"])
TO = frozenset(["-", "\N{EN DASH}", "til", "till", "to"])
# Said without changing a figure: about so much, for each time.
FILLERS = frozenset(
    [
        "ca",
        "cirka",
        "omtrent",
        "omkring",
        "rundt",
        "about",
        "around",
        "ungefär",
        "à",
        ",",
        ";",
        ".",
        "~",
    ]
)

KNOWN = sorted(
    {
        *(NUMBERS | ONCE | NTH | PERIODS | ALONE | MINUTES_IN),
        *(ARTICLES | OTHER_EACH | EACH | OVER | WEEKDAYS | HOUR | HOURLY | TIMES | AND | FILLERS),
        *(MORNING | EVENING | TO),
    }
)
