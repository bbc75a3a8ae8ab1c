"""A plan on the terminal: moves with their reasons, loads, what stays, and what to settle."""

from itertools import islice

from taskmap.cli.output import Output
from taskmap.cli.telling_gates import tell_gates
from taskmap.cli.telling_ways import tell_ways
from taskmap.model.demand import listed
from taskmap.model.plan import Move, Plan
from taskmap.present import (
    assumptions,
    breaches,
    continuity,
    demands,
    held,
    limits,
    loads,
    moves,
    open_questions,
    outcome,
    settle,
    strain,
)
from taskmap.present.changes import Change, Part, crumbs_line, numbers, sections, small_line
from taskmap.present.headings import (
    objectives_lines,
    question_line,
    section_lead,
    section_title,
    status_line,
    unit_lines,
)
from taskmap.present.names import Speaker

MOST = 8  # of what stays and what is open; the rest is counted, and whole in the JSON


def tell_plan(plan: Plan, speaker: Speaker, out: Output) -> None:
    """The whole plan, the most important first."""
    out.line(unit_lines(speaker)[0], "heading")
    out.text(question_line(plan.question, speaker))
    for one in listed(plan.question.demands):
        out.text(demands.sentence(one, speaker), indent=4, first="\N{BULLET} ")
    out.text(f"{outcome.summary(plan, speaker)} {status_line(plan, speaker)}")
    for line in objectives_lines(plan, speaker):
        out.text(line)
    _new_work(plan, speaker, out)
    _breaches(plan, speaker, out)
    rank = numbers(plan, speaker.mapping)
    for section in sections(plan, speaker.mapping):
        out.heading(section_title(section.part, speaker.reader))
        lead = section_lead(section.part, plan.question, speaker.reader)
        if lead:
            out.text(lead)
        for change in section.changes:
            if section.part is Part.SMALL:
                out.text(small_line(change, speaker), indent=4, first="\N{BULLET} ")
            else:
                _change(rank[change.task], change, plan, speaker, out)
    tell_ways(plan, speaker, out)
    _tables(plan, speaker, out)
    _held(plan, speaker, out)
    _questions(plan, speaker, out)
    _assumptions(plan, speaker, out)


def _tables(plan: Plan, speaker: Speaker, out: Output) -> None:
    """What to settle first, the loads, whom patients meet, and the mix of professions."""
    for told in (
        settle.settle_table(plan, speaker),
        loads.load_table(plan, speaker),
        continuity.faces_table(plan, speaker),
        continuity.mix_table(plan, speaker),
    ):
        if told.rows:
            out.heading(told.title)
            out.table(told)
            out.text(told.summary)


def _new_work(plan: Plan, speaker: Speaker, out: Output) -> None:
    """Who gets most more to do, and whom to ask first."""
    for line, style in (
        (loads.most_new_work(plan.roles, speaker), ""),
        (loads.caution(plan.roles, speaker), "doubt"),
        (strain.caution(plan, speaker), "doubt"),
        *((line, "doubt") for line in limits.lines(plan, speaker)),
    ):
        if line:
            out.text(line, style=style)


def _breaches(plan: Plan, speaker: Speaker, out: Output) -> None:
    if not plan.breaches:
        return
    out.heading(speaker.reader.say("breach.title"))
    out.text(breaches.summary(plan.breaches, speaker), style="bad")
    for breach in plan.breaches:
        told = breaches.told(breach, speaker)
        out.text(f"{told.sentence} {told.after}", indent=2)
        for ruling in told.rulings:
            out.text(f"{ruling.gate_name}: {ruling.why}", indent=4, style="dim")


def _change(rank: int, change: Change, plan: Plan, speaker: Speaker, out: Output) -> None:
    """One task: its moves with their explanations, and the small ones counted."""
    out.line()
    task = speaker.whole_task(change.task)
    out.text(task, indent=4, style="heading", first=f"{rank}. ")
    for move in change.listed:
        _move(move, plan, speaker, out)
    rest = crumbs_line(change, speaker)
    if rest:
        out.text(rest, indent=4)


def _move(move: Move, plan: Plan, speaker: Speaker, out: Output) -> None:
    told = moves.told(move, plan, speaker)
    out.text(told.line, indent=4, style="heading")
    for reason in (told.effect, *told.reasons, *told.training, *told.limits):
        out.text(reason, indent=6)
    for caution in told.cautions:
        out.text(caution, indent=6, style="doubt")
    out.table(moves.steps_table(moves.steps(move, speaker), speaker), indent=6)
    tell_gates(told.rulings, out)


def _held(plan: Plan, speaker: Speaker, out: Output) -> None:
    if not plan.held:
        return
    out.heading(speaker.reader.say("held.title"))
    for one in islice(plan.held, MOST):
        told = held.told(one, speaker)
        out.text(told.sentence, indent=4, first="\N{BULLET} ")
        for ruling in told.rulings:
            words = " ".join(part for part in (ruling.why, ruling.way) if part)
            out.text(f"{ruling.gate_name}: {words}", indent=6, style="dim")
    _rest(len(plan.held), speaker, out)


def _questions(plan: Plan, speaker: Speaker, out: Output) -> None:
    if not plan.open_questions:
        return
    out.heading(speaker.reader.say("question.title"))
    out.text(speaker.reader.say("question.lead"))
    for asked in islice(plan.open_questions, MOST):
        told = open_questions.told(asked, speaker)
        out.text(told.question, indent=4, first="\N{BULLET} ")
        out.text(" ".join(filter(None, (told.worth, told.answers, told.also))), 6, "dim")
    _rest(len(plan.open_questions), speaker, out)


def _assumptions(plan: Plan, speaker: Speaker, out: Output) -> None:
    for title, notes in (("plan.assumptions", plan.assumptions), ("plan.relaxed", plan.relaxed)):
        if notes:
            out.heading(speaker.reader.say(title))
        for sentence in assumptions.all_told(notes, speaker):
            out.text(sentence, indent=4, first="\N{BULLET} ")


def _rest(number: int, speaker: Speaker, out: Output) -> None:
    if number > MOST:
        out.text(speaker.reader.say("plan.more", n=number - MOST), indent=4, style="dim")
