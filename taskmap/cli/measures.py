"""`taskmap measures UNIT`: what was decided, what is missing, what is due, what came of it."""

from collections.abc import Sequence

from taskmap.cli.check import as_json
from taskmap.cli.command import Request, unit_command
from taskmap.cli.opening import Subject, subject
from taskmap.model.followup import FollowUp, Measure
from taskmap.present import followup as words
from taskmap.present import participation as heard
from taskmap.present.findings import in_order, message, place
from taskmap.present.indicators import indicators_table
from taskmap.workspace import Checked, FollowUpCard


@unit_command("measures")
def measures(request: Request) -> int:
    """The unit's measures with what each lacks; then what is due."""
    about = subject(request)
    card = about.workspace.followup(about.name)
    if request.form == "json" and card.followup is not None:
        from taskmap.present.exact import as_text, followup_object  # noqa: PLC0415 - for programs

        found = followup_object(card.followup, card.file, card.mapping, request.day)
        request.out.raw(as_text(found))
        return 0
    if request.form == "json":
        request.out.raw(as_json(Checked(findings=card.findings), {}, request.out))
        return 1
    _tell_findings(card, about)
    if card.followup is None:
        return 1
    if not card.followup.measures:
        about.out.text(about.out.reader.say("followup.none"))
        return 0
    _tell(card, card.followup.measures, request, about)
    return 0


def _tell_findings(card: FollowUpCard, about: Subject) -> None:
    for finding in in_order(card.findings):
        about.out.text(f"{place(finding)} {message(finding, about.out.reader, about.speaker)}")


def _tell(card: FollowUpCard, found: Sequence[Measure], request: Request, about: Subject) -> None:
    out, reader = about.out, about.out.reader
    out.text(words.count_words(found, request.day, reader))
    for measure in found:
        out.heading(words.title(measure, about.speaker))
        out.text(words.stage_word(measure, request.day, reader), indent=2)
        if card.followup is not None:
            for hold in measure.holds:
                out.text(heard.hold_line(hold, card.followup, reader), indent=2)
        out.text(words.decided(measure, reader), indent=2)
        out.text(words.baseline(measure, card.mapping, reader), indent=2)
        _listed("followup.missing", words.missing(measure, reader), about)
        _listed("followup.unsaid", words.not_said(measure, reader), about)
        gains = words.gain_table(measure, reader)
        if gains.rows:
            out.table(gains, indent=2)
    _tell_said(card.followup, about)
    followed = indicators_table(card.followup.indicators, reader) if card.followup else None
    if followed and followed.rows:
        out.heading(followed.title)
        out.table(followed)
    due = words.due_table(found, request.day, about.speaker)
    if due.rows:
        out.heading(due.title)
        out.table(due)


def _tell_said(followup: FollowUp | None, about: Subject) -> None:
    """What was said, by what it is about."""
    if followup is None:
        return
    for voices in heard.voices(followup):
        if voices.comments:
            about.out.heading(heard.heading(voices, followup, about.speaker))
        for comment in voices.comments:
            line = heard.comment_line(comment, followup, about.out.reader)
            about.out.text(f"{line} {' '.join(comment.text.split())}", indent=2)


def _listed(key: str, lines: Sequence[str], about: Subject) -> None:
    if lines:
        about.out.text(about.out.reader.say(key), indent=2)
    for line in lines:
        about.out.text(line, indent=6, first="\N{BULLET} ")
