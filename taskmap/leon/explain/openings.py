"""What of a gate's answer the unit may change, and what it may not."""

from taskmap.leon.levels import accepted
from taskmap.model.explanations import Step
from taskmap.model.question import Question
from taskmap.model.ruling import Condition, Gate, Ruling, Verdict
from taskmap.model.units import LeafId, RoleId

# Nothing the unit decides: the law, a "no" that is decided, what only an education gives.
CLOSED = frozenset(
    {
        "policy.not_allowed",
        "competence.education",
        "competence.no_course",
        "competence.nobody",
        "competence.outside_staff",
        "continuity.follows_work",
    }
)
# Hours and courses are counted, not decided: other levers give them.
COUNTED = frozenset({"capacity.no_hours", "competence.train"})


def opening(ruling: Ruling, leaf: LeafId, role: RoleId) -> Step | None:
    """The step that makes a ruling pass for this leaf in these hands; None: the unit has none.

    Why: what the law reserves, and what has been decided against, is never held out as a thing to
    change. A missing decision, an assessment nobody has made or signed, a condition the question
    does not accept and an answer nobody has given are the unit's own.
    Example: ``policy.undecided`` gives ``free.decision``; ``risk.above_limit`` gives ``free.risk``,
    an assessment with measures that is signed; ``law.exclusive`` gives nothing.
    """
    values = {"leaf": leaf, "role": role}
    if ruling.code in CLOSED or (ruling.gate is Gate.LAW and ruling.condition is None):
        return None
    if ruling.gate is Gate.POLICY:
        return Step("free.decision", values)
    if ruling.gate is Gate.RISK:
        assessed = ruling.verdict is Verdict.CONDITION
        return Step("free.risk" if assessed else "free.assessment", values)
    if ruling.condition is not None:
        return Step("free.condition", {**values, "condition": ruling.condition.value})
    return Step("free.answer", {**values, "reason": ruling.code})


def openings(
    rulings: tuple[Ruling, ...], question: Question, leaf: LeafId, role: RoleId
) -> tuple[Step, ...] | None:
    """A step for every ruling that holds; None where one of them cannot be changed."""
    obstacles = [
        ruling
        for ruling in rulings
        if not accepted(ruling, question) and ruling.code not in COUNTED
    ]
    steps = [opening(ruling, leaf, role) for ruling in obstacles]
    found = tuple(step for step in steps if step is not None)
    return found if len(found) == len(steps) else None


def must_learn(rulings: tuple[Ruling, ...], question: Question) -> bool:
    """Whether the role must learn first and the question accepts no courses."""
    return Condition.TRAIN not in question.accepted and any(
        ruling.code == "competence.train" for ruling in rulings
    )
