"""Tasks done in another way on the terminal: what instead, what it frees, and why it may be."""

from taskmap.cli.output import Output
from taskmap.cli.telling_gates import tell_gates
from taskmap.model.plan import Chosen, Plan
from taskmap.present import alternatives, moves
from taskmap.present.names import Speaker


def tell_ways(plan: Plan, speaker: Speaker, out: Output) -> None:
    """Every alternative of the plan, and those accepted that are not in it."""
    if plan.alternatives:
        out.heading(speaker.reader.say("cli.ways.title"))
        out.text(alternatives.summary(plan, speaker))
        for chosen in plan.alternatives:
            _way(chosen, plan, speaker, out)
    if plan.ways_left:
        left = alternatives.left_table(plan, speaker)
        out.heading(left.title)
        out.table(left)


def _way(chosen: Chosen, plan: Plan, speaker: Speaker, out: Output) -> None:
    told = alternatives.told(chosen, plan.question, speaker)
    out.line()
    out.text(told.title, indent=4, first="\N{BULLET} ", style="heading")
    for line in (told.kind, told.effect, *told.lines, *told.training):
        out.text(line, indent=6)
    out.table(moves.steps_table(told.steps, speaker), indent=6)
    tell_gates(told.rulings, out)
