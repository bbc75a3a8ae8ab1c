"""Questions of every shape, for what must hold of all of them."""

from datetime import date

from hypothesis import strategies as st

from taskmap.model.alternative import AlternativeKind
from taskmap.model.demands import Demands
from taskmap.model.question import Price, Question
from taskmap.model.ruling import Condition, Gate

IDS = st.sampled_from(
    ["stell", "dosett", "NO", "0301", "1e3", "null", "kjøkken-1", "-a", "å.b", "~"]
)
LEAVES = IDS | st.tuples(IDS, IDS).map("/".join)
SHARES = st.floats(0, 1)
HOURS = st.floats(0, 1e5)
WEIGHTS = st.lists(st.integers(1, 1000), min_size=8, max_size=8, unique=True).map(
    lambda found: dict(enumerate(sorted(found), 1))
)


def some(keys, amounts=None):
    """A few of them, as a set or with amounts."""
    if amounts is None:
        return st.frozensets(keys, max_size=3)
    return st.dictionaries(keys, amounts, max_size=3)


DEMANDS = st.builds(
    Demands,
    pinned=some(LEAVES),
    pinned_roles=some(IDS),
    forbidden=some(st.tuples(LEAVES, IDS)),
    forbidden_roles=some(IDS),
    forbidden_gates=some(st.sampled_from(Gate)),
    forced=some(st.tuples(LEAVES, IDS), SHARES),
    cap_leaf=some(LEAVES, SHARES),
    cap_role=some(IDS, st.integers(0, 5_000_000)),
    cap_gate=some(st.sampled_from(Gate), st.integers(0, 20_000)),
    training_kroner=st.none() | st.floats(0, 1e9),
    training_hours=st.none() | st.floats(0, 1e6),
    seats=some(IDS, st.integers(0, 100_000)),
    registered_floor=some(IDS, SHARES),
    taken_out=some(IDS, some(IDS, HOURS)),
)
QUESTIONS = st.builds(
    Question,
    as_of=st.dates(date(1900, 1, 1), date(2200, 12, 31)),
    price=st.sampled_from(Price),
    level_weights=st.just({}) | WEIGHTS,
    hire_only=st.booleans(),
    max_changes=st.none() | st.integers(0, 20_000),
    min_move=st.integers(0, 10_080),
    accepted=some(st.sampled_from(Condition)),
    horizon_weeks=st.integers(1, 520),
    few_moves=st.floats(0, 100),
    risk_limit=st.integers(1, 25),
    staff_ceiling=st.floats(0, 1, exclude_min=True),
    demands=DEMANDS,
    alternatives=some(st.sampled_from(AlternativeKind)),
    open_unknown=st.booleans(),
    upwards=st.booleans(),
    node_limit=st.integers(0, 100_000_000),
)
