"""The next three decisions and the way from there to the whole plan, in words."""

from collections.abc import Iterable, Iterator

from taskmap.model.explanations import Path, PathStep
from taskmap.model.question import Question
from taskmap.model.units import TaskId
from taskmap.present.names import Speaker, lowered
from taskmap.present.price import weighed
from taskmap.present.table import Cell, Column, Table, table

MOST_NAMED = 3  # tasks; a larger bundle is told as one decision


def name(tasks: Iterable[TaskId], speaker: Speaker) -> str:
    """A step by its tasks; a large bundle by its first task and how many go with it."""
    names = [speaker.whole_task(task) for task in tasks]
    if len(names) <= MOST_NAMED:
        return " + ".join([names[0], *map(lowered, names[1:])]) if names else ""
    return speaker.reader.say("path.bundle", task=names[0], n=len(names) - 1)


def learns(step: PathStep, speaker: Speaker) -> str:
    """Who must learn what before a step; empty for nobody."""
    return "; ".join(
        speaker.reader.say(
            "path.learns",
            n=persons,
            role=speaker.role_inside(role),
            competence=lowered(speaker.competence(competence)),
        )
        for role, competence, persons in step.trained
    )


def summary(path: Path, question: Question, speaker: Speaker) -> str:
    """How many decisions, what the first give, and what it costs to begin with them."""
    say, hours = speaker.reader.say, speaker.reader.hours
    left = [say("path.left", n=len(path.left))] if path.left else []
    if not path.steps:
        return " ".join(left) or say("path.summary_none")
    gain = sum(step.price_saved for step in path.steps)
    lines = [
        say(
            _leading(path.steps, gain),
            n=len(path.steps),
            gain=weighed(abs(gain), question, speaker),
            relieved=hours(sum(step.relieved for step in path.steps)),
            net=hours(sum(step.net for step in path.steps)),
        )
    ]
    if 0 < path.first < len(path.steps):
        lines += [*_first(path, question, speaker), _beginning_so(path, question, speaker)]
    lines += left
    if path.gap > 0:
        lines.append(say("path.gap", gap=speaker.reader.percent(path.gap, 1)))
    return " ".join(lines)


def _leading(steps: Iterable[PathStep], gain: int) -> str:
    """The key of what leads in: what all steps gain, or why together they cost."""
    if gain >= 0:
        return "path.summary"
    asked = any(step.demanded and step.price_saved < 0 for step in steps)
    return "path.summary_demanded" if asked else "path.summary_costs"


def _first(path: Path, question: Question, speaker: Speaker) -> Iterator[str]:
    """What the first steps give, those told apart that put right or are demanded."""
    first = path.steps[: path.first]
    gains = [step for step in first if not (step.rights or step.demanded)]
    others = "path.first_demanded" if any(s.demanded for s in first) else "path.first_righting"
    if gains:
        yield speaker.reader.say(
            "path.first" if len(gains) == len(first) else others,
            n=len(gains),
            first=path.first,
            rights=path.first - len(gains),
            gain=weighed(sum(step.price_saved for step in gains), question, speaker),
            relieved=speaker.reader.hours(sum(step.relieved for step in gains)),
        )


def _beginning_so(path: Path, question: Question, speaker: Speaker) -> str:
    """Whether the way ends elsewhere than the plan decided at once, in gain and in hours."""
    say, hours = speaker.reader.say, speaker.reader.hours
    mine = sum(step.relieved for step in path.steps)
    told = {"relieved": hours(mine), "at_once": hours(path.at_once)}
    if path.loss > 0:
        key = "path.loss" if mine <= path.at_once else "path.loss_relieving_more"
        return say(key, amount=weighed(path.loss, question, speaker), **told)
    if told["relieved"] != told["at_once"]:
        return say("path.no_loss_other_hours", **told)
    return say("path.no_loss")


def step_lines(path: Path, speaker: Speaker) -> Iterator[str]:
    """Every step in a line: its tasks, what it gives in hours, and who must learn what first."""
    for step in path.steps:
        values = {
            "tasks": _tasks(step, speaker),
            "relieved": speaker.reader.hours(step.relieved),
            "net": speaker.reader.hours(step.net),
        }
        told = learns(step, speaker)
        key = "path.line_learns" if told else "path.line"
        yield speaker.reader.say(key, **values, **({"learns": told} if told else {}))


def path_table(path: Path, question: Question, speaker: Speaker) -> Table:
    """Every step with what it gives, and who must learn something first."""
    say, hours = speaker.reader.say, speaker.reader.hours
    names = ("step", "tasks", "relieved", "net", "saved", "learns")
    figures = {"step", "relieved", "net", "saved"}
    columns = [
        Column(
            say(f"path.column.{one}"),
            figures=one in figures,
            unit="minutes" if one in {"relieved", "net"} else "",
        )
        for one in names
    ]
    rows = (
        (
            Cell(str(at), at),
            Cell(_tasks(step, speaker)),
            Cell(hours(step.relieved), step.relieved),
            Cell(hours(step.net), step.net),
            Cell(weighed(step.price_saved, question, speaker), step.price_saved),
            Cell(learns(step, speaker) or speaker.reader.plain(None)),
        )
        for at, step in enumerate(path.steps, start=1)
    )
    return table(say("path.title"), columns, rows)


def _tasks(step: PathStep, speaker: Speaker) -> str:
    named = "; ".join(speaker.whole_task(task) for task in step.tasks)
    if step.demanded:
        return speaker.reader.say("path.demanded", tasks=named)
    return speaker.reader.say("path.righting", tasks=named) if step.rights else named
