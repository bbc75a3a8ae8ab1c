"""Bills are shared to the øre, by any key, whatever members are called and in whatever order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from taskmap.model.partnership import Member, Partnership
from taskmap.model.programme import Bill, InKind, InKindKind, Key, OwnLecturer
from taskmap.model.training import Calendar, Placed
from taskmap.model.unit import Country, Organisation
from taskmap.training.calendar import calendar
from taskmap.training.shares import bills, in_kind, shared, totals
from tests.training.years import course, want, year

NAMES = ("berg", "dal", "fjord", "nes", "vik")
parts = st.lists(st.integers(0, 60_000), min_size=1, max_size=5).filter(any)


@given(st.integers(0, 10**9), parts)
def test_shares_sum_to_the_bill_and_none_is_an_ore_off(ore, sizes):
    key = dict(zip(NAMES, sizes, strict=False))
    shares, up = shared(ore, key, key)
    assert sum(shares.values()) == ore
    for member, share in shares.items():
        exact = ore * key[member] / sum(sizes)
        assert abs(share - exact) < 1 + 1e-6
        assert (member in up) == (share > ore * key[member] // sum(sizes))


@given(st.integers(0, 10**7), parts, st.randoms())
def test_neither_names_nor_order_change_what_a_member_pays(ore, sizes, dice):
    key = dict(zip(NAMES, sizes, strict=False))
    shares, _ = shared(ore, key, key)
    new = dict(zip(key, dice.sample([f"m{n}" for n in range(9)], len(key)), strict=True))
    shuffled = list(key)
    dice.shuffle(shuffled)
    other, _ = shared(ore, {new[m]: key[m] for m in shuffled}, {new[m]: key[m] for m in key})
    by_size = sorted((key[m], share) for m, share in shares.items())
    assert by_size == sorted((key[m], other[new[m]]) for m in key)
    again, _ = shared(ore, {m: key[m] for m in shuffled}, key)
    assert again == shares


def partnership(**population):
    return Partnership(
        id="kysten", name="Kysten", country=Country.NO,
        members=tuple(
            Member(organisation=Organisation(id=name, name=name), population=count)
            for name, count in population.items()
        ),
    )  # fmt: skip


HELD = Calendar(
    placed=(
        Placed(
            course="sar", half=1, venue="sal-berg", runs=2, own={"dal": 1}, hired=1,
            come={"berg": 5, "dal": 1}, minutes=60.0,
        ),
    ),
    online={("nett", "fjord"): 4}, unmet=(), hosted={}, aims=(),
)  # fmt: skip
OFFERED = course(
    price=100.0, run_cost=1000.0, hired_fee=5000.0,
    lecturers=(OwnLecturer(organisation="dal", runs=1),), key=Key.PARTICIPANTS,
)  # fmt: skip


def test_a_course_is_shared_by_its_own_key_and_the_rest_by_the_programmes():
    programme = year(
        [OFFERED, course("nett", price=0.335)], bills=(Bill(id="post", name="Post", kroner=300.0),)
    )
    found = {b.id: b for b in bills(programme, partnership(berg=50, dal=30, fjord=20), HELD)}
    assert found["sar"].ore == (2 * 1000 + 5000 + 6 * 100) * 100
    assert found["sar"].shares == {"berg": 633_333, "dal": 126_667, "fjord": 0}
    assert found["sar"].rounded_up == ("dal",)
    assert found["nett"].ore == 4 * 34  # 33.5 øre each, as it is written, is 34
    assert found["post"].shares == {"berg": 15_000, "dal": 9_000, "fjord": 6_000}
    assert sum(totals(list(found.values())).values()) == sum(b.ore for b in found.values())


@settings(max_examples=30)
@given(st.lists(st.integers(1, 99), min_size=2, max_size=3))
def test_fixed_shares_in_per_cent_are_exact(weights):
    whole = sum(weights)
    fixed = {m: round(w / whole, 4) for m, w in zip(NAMES, weights, strict=False)}
    programme = year(
        [], key=Key.FIXED, fixed=fixed, bills=(Bill(id="post", name="Post", kroner=10_000.0),)
    )
    (bill,) = bills(programme, partnership(berg=5, dal=3, fjord=2), HELD)
    assert sum(bill.shares.values()) == 1_000_000
    assert all(abs(bill.shares[m] - fixed[m] * 1_000_000) <= 100 for m in fixed)


def test_places_bought_for_single_persons_are_no_room_lent():
    """Two places at 2,500 kroner are a bill of 5,000, and nobody's room.

    The members' own course for six persons takes one room for six hours.
    """
    seller = course("kjopt", price=2500.0, seats=8)
    ours = course("eget", price=100.0, run_cost=1000.0, seats=8)
    programme = year([seller, ours], key=Key.PARTICIPANTS)
    wants = [want("fjord", 1, "kjopt"), want("berg", 1, "kjopt"), want("dal", 6, "eget")]
    placed = calendar(programme, wants)
    assert not placed.unmet
    by_course = {p.course: p for p in placed.placed}
    assert (seller.bought, ours.bought) == (True, False)
    assert by_course["kjopt"].venue is None
    assert by_course["kjopt"].minutes == 0
    assert placed.hosted == {"berg": 0, "dal": 1, "fjord": 0}
    lent = [(c.organisation, c.kind, c.runs, c.hours) for c in in_kind(programme, placed)]
    assert lent == [("dal", InKindKind.ROOM, 1, 6.0)]
    found = {b.id: b for b in bills(programme, partnership(berg=5, dal=3, fjord=2), placed)}
    assert found["kjopt"].shares == {"berg": 250_000, "dal": 0, "fjord": 250_000}
    assert found["eget"].ore == (1000 + 6 * 100) * 100


def test_what_is_given_in_kind_is_told_apart_and_valued_only_where_stated():
    given_ = (
        InKind(organisation="dal", kind=InKindKind.POST, what="Koordinator", share=0.2),
        InKind(organisation="dal", kind=InKindKind.OTHER, what="Mat", value=4000.0),
    )
    found = in_kind(year([OFFERED], in_kind=given_), HELD)
    told = [(c.organisation, c.kind, c.runs, c.hours, c.value, c.worked_out) for c in found]
    assert ("berg", InKindKind.ROOM, 2, 12.0, None, True) in told
    assert ("dal", InKindKind.LECTURER, 1, 6.0, None, True) in told
    assert ("dal", InKindKind.POST, 0, 0.0, None, False) in told
    assert ("dal", InKindKind.OTHER, 0, 0.0, 4000.0, False) in told
