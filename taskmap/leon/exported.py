"""The programme of a question as a file for another solver."""

from taskmap.leon.case import EMERGENCY_SECONDS, Case
from taskmap.leon.instance.canonical import canonical
from taskmap.leon.programme import build
from taskmap.leon.programme.objective import stages
from taskmap.leon.solve import first_point
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.solver.highs import Limits
from taskmap.solver.model_file import model_file
from taskmap.solver.order import in_order

ASKED = "price"


def exported(mapping: Mapping, catalogue: Catalogue, question: Question, ending: str) -> bytes:
    """The price of time minimised, with what comes before it solved and held.

    Another solver that minimises the file finds the plan's price; with the other objectives'
    rows in the file it can follow the whole order (docs/method/programme.md).

    Example: 80 minutes of breach can be put right: ``value.breach`` is bounded by 0.0001, and the
    least ``value.price`` is the price told with the plan.

    Args:
        mapping: without errors.
        catalogue: of the unit's country.
        question: price, limits, demands.
        ending: ``.mps`` or ``.lp``.

    Raises:
        QuestionImpossible: the question's demands contradict each other.
        ValueError: another ending.
    """
    case = Case.of(mapping, catalogue, question)
    sheet = build(canonical(case.problem()).problem)
    limits = Limits(nodes=question.node_limit, seconds=EMERGENCY_SECONDS)
    order = stages(sheet)
    before = next(i for i, stage in enumerate(order) if stage[0].name == ASKED)
    start = first_point(sheet, limits)
    _, held = in_order(sheet.programme, order[:before], start, limits)
    levels = [level for stage in order for level in stage]
    return model_file(sheet.programme, levels, held, ASKED, ending)
