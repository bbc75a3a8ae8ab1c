"""The bill of a partnership's courses, by which key, to the øre; and what is given in kind."""

from collections.abc import Iterable, Sequence

from taskmap.model.programme import Key
from taskmap.model.training import Contribution, Shared
from taskmap.present.table import Cell, Column, Table, table
from taskmap.present.training import Told

ORE = 100


def bill_table(bills: Sequence[Shared], told: Told) -> Table:
    """Every bill with its key and each member's part; the sum last."""
    say = told.reader.say
    rows = [(Cell(name(b, told)), Cell(say(f"training.key.{b.key}")), *_amounts(b, told))
            for b in bills]  # fmt: skip
    if bills:
        sums = [sum(b.shares.get(m, 0) for b in bills) for m in told.members]
        whole = sum(b.ore for b in bills)
        rows.append((Cell(say("training.sum")), Cell(""), *(_ore(o, told) for o in (whole, *sums))))
    columns = [
        *told.columns(("bill", "key", "amount"), ("amount",)),
        *(Column(told.member(m), figures=True) for m in told.members),
    ]
    return table(say("training.bill.title"), columns, rows, say("training.bill.how"))


def total_line(bills: Sequence[Shared], told: Told) -> str:
    """What it comes to, and for whom, in a sentence."""
    sums = {m: sum(bill.shares.get(m, 0) for bill in bills) for m in told.members}
    shares = (f"{told.member(m)} {_ore(ore, told).text}" for m, ore in sums.items())
    return told.reader.say(
        "training.bill.total",
        amount=_ore(sum(bill.ore for bill in bills), told).text,
        shares=told.reader.list(shares),
    )


def name(bill: Shared, told: Told) -> str:
    """What a bill is for."""
    if bill.course is not None:
        return told.course(bill.course)
    return next((b.name for b in told.programme.bills if b.id == bill.id), bill.id)


def _amounts(bill: Shared, told: Told) -> tuple[Cell, ...]:
    return (_ore(bill.ore, told), *(_ore(bill.shares.get(m, 0), told) for m in told.members))


def _ore(ore: int, told: Told) -> Cell:
    return told.kroner(ore / ORE, 2)


def keys_table(bills: Iterable[Shared], told: Told) -> Table:
    """What each key counts of each member, with its share; of participants, over all bills."""
    say, reader = told.reader.say, told.reader
    parts: dict[Key, dict[str, int]] = {}
    for bill in bills:
        known = parts.setdefault(bill.key, dict.fromkeys(told.members, 0))
        for member, part in bill.parts.items():
            if bill.key is Key.PARTICIPANTS:
                known[member] += part
            else:
                known[member] = part
    rows = []
    for key, counts in parts.items():
        whole = sum(counts.values())
        shares = (counts[m] / whole if whole else 0 for m in told.members)
        told_parts = (
            reader.percent(share, 2)
            if key is Key.FIXED
            else f"{reader.number(counts[m])} ({reader.percent(share, 2)})"
            for m, share in zip(told.members, shares, strict=True)
        )
        rows.append((Cell(say(f"training.key.{key}")), *map(Cell, told_parts)))
    columns = [
        *told.columns(("key",)), *(Column(told.member(m), figures=True) for m in told.members)
    ]  # fmt: skip
    return table(say("training.keys.title"), columns, rows, say("training.keys.how"))


def arithmetic(bill: Shared, told: Told) -> tuple[str, ...]:
    """One bill worked out member by member, so that anybody can do it again."""
    whole = sum(bill.parts.values())
    return tuple(
        told.reader.say(
            "training.arithmetic.up" if m in bill.rounded_up else "training.arithmetic",
            member=told.member(m),
            amount=_ore(bill.ore, told).text,
            part=told.reader.number(bill.parts.get(m, 0)),
            whole=told.reader.number(whole),
            share=_ore(bill.shares.get(m, 0), told).text,
        )
        for m in told.members
    )


def in_kind_table(found: Iterable[Contribution], told: Told) -> Table:
    """What members give that is no money, stated apart from what the calendar uses."""
    say, reader = told.reader.say, told.reader
    rows = (
        (
            Cell(told.member(c.organisation)),
            Cell(say(f"training.kind.{c.kind}")),
            Cell(
                say("training.in_kind.used", runs=c.runs, hours=reader.number(c.hours, 1))
                if c.worked_out
                else c.what or ""
            ),
            Cell(reader.plain(None) if c.share is None else reader.percent(c.share)),
            Cell(say("training.not_valued")) if c.value is None else told.kroner(c.value),
            Cell(say("training.in_kind.worked_out" if c.worked_out else "training.in_kind.stated")),
        )
        for c in found
    )
    columns = told.columns(("member", "what", "in_kind", "share", "money", "source"),
                           ("share", "money"))  # fmt: skip
    return table(say("training.in_kind.title"), columns, rows, say("training.in_kind.how"))
