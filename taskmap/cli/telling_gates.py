"""The gates of a move on the terminal: those that pass on one line, the others one by one."""

from collections.abc import Iterable

from taskmap.cli.output import Output
from taskmap.model.ruling import Verdict
from taskmap.present.names import lowered
from taskmap.present.phrases import capital
from taskmap.present.rulings import ToldRuling


def tell_gates(rulings: Iterable[ToldRuling], out: Output) -> None:
    """What passes with the law it rests on; what asks for something with why, way and source."""
    told = tuple(rulings)
    passed = [ruling for ruling in told if ruling.verdict is Verdict.PASS]
    if passed:
        gates = ", ".join(f"{lowered(r.gate_name)}{_sources(r)}" for r in passed)
        name = capital(passed[0].verdict_name)
        out.text(f"{name}: {gates}.", indent=8, first="\N{BULLET} ")
    for ruling in told:
        if ruling.verdict is not Verdict.PASS:
            _one(ruling, out)


def _one(ruling: ToldRuling, out: Output) -> None:
    told = " ".join(part for part in (ruling.why, ruling.way) if part)
    out.text(
        f"{ruling.gate_name} {ruling.verdict_name}: {told}{_sources(ruling, told)}",
        indent=8,
        first="\N{BULLET} ",
    )


def _sources(ruling: ToldRuling, told: str = "") -> str:
    """The most telling source in brackets, unless the sentence has named it already."""
    first = ruling.references[0].title if ruling.references else ""
    return f" [{first}]" if first and first.lower() not in told.lower() else ""
