"""What stands over a unit and over a plan: name, place, date, what was asked, how sure."""

from taskmap.language import Reader
from taskmap.model.plan import Plan, Status
from taskmap.model.question import Question
from taskmap.present.changes import Part
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital


def unit_lines(speaker: Speaker) -> tuple[str, ...]:
    """The unit's name, where and when it was mapped, and whether it is an example."""
    mapping, say = speaker.mapping, speaker.reader.say
    setting = say(f"word.setting.{mapping.unit.setting}")
    lines = [
        mapping.unit.name,
        say(
            "overview.place",
            organisation=mapping.unit.organisation.name,
            setting=setting,
            date=mapping.on,
        ),
    ]
    if mapping.illustrative:
        lines.append(say("overview.illustrative"))
    if mapping.source:
        lines.append(say("overview.published", source=mapping.source))
    return tuple(lines)


def question_line(question: Question, speaker: Speaker) -> str:
    """What was asked for, in a sentence."""
    say = speaker.reader.say
    price = say(f"word.price.{question.price}")
    if question.max_changes is None:
        return say("plan.asked_all", price=price, date=question.as_of)
    return say("plan.asked", n=question.max_changes, price=price, date=question.as_of)


def section_title(part: Part, reader: Reader) -> str:
    """Heading over the tasks that are in a plan for one reason."""
    return reader.say(f"plan.section.{part}")


def section_lead(part: Part, question: Question, reader: Reader) -> str:
    """Whether the tasks count against the limit asked for, where one would wonder; else empty."""
    if question.max_changes is None or part in {Part.COUNTED, Part.SMALL}:
        return ""
    return reader.say("plan.uncounted", n=question.max_changes)


def status_line(plan: Plan, speaker: Speaker) -> str:
    """How far the plan is proved, a sentence."""
    if plan.status is not Status.GAP:
        return speaker.reader.say(f"plan.status.{plan.status}")
    largest = max((level.gap for level in plan.objectives), default=0.0)
    return speaker.reader.say("plan.status.gap", gap=speaker.reader.percent(largest, 1))


def objectives_lines(plan: Plan, speaker: Speaker) -> tuple[str, ...]:
    """What the plan does to breaches, missed work and overload, where any of them changes."""
    reader = speaker.reader
    return tuple(
        capital(
            reader.say(
                f"plan.objective.{level.name}",
                before=reader.hours(level.baseline),
                after=reader.hours(level.value),
            )
        )
        for level in plan.objectives
        if level.baseline != level.value and reader.has(f"plan.objective.{level.name}")
    )
