"""The staffing of a role as people type it, read into edits."""

from collections.abc import Mapping

from taskmap.model.edit import SetPost
from taskmap.model.finding import Finding, Place
from taskmap.model.staffing import Staffing
from taskmap.workspace.editing_typed import Typed

POSTS = ("posts", "vacant", "hired", "hourly", "persons")  # what a scenario is most often about
NOT_A_NUMBER = "number.form"
NOT_WHOLE = "number.whole"


def posts_typed(post: Staffing, cells: Mapping[str, str]) -> Typed:
    """Figures typed for a role; what stands as it was is no edit, and nothing typed is none.

    Args:
        post: the role as it is.
        cells: what was typed, by name of the figure; a comma is a point.
    """
    edits: list[SetPost] = []
    findings: list[Finding] = []
    for name, text in cells.items():
        number = _number(text)
        if number is None or (name == "persons" and not number.is_integer()):
            code = NOT_A_NUMBER if number is None else NOT_WHOLE
            values = {"value": text.strip(), "nearest": None}
            findings.append(Finding(code, Place("", field=name), values))
        elif number != getattr(post, name):
            edits.append(SetPost(post.role, name, number))
    return Typed(() if findings else tuple(edits), tuple(findings))


def _number(text: str) -> float | None:
    plain = text.strip().replace(",", ".").replace("\N{NO-BREAK SPACE}", "")
    try:
        number = float(plain or 0)
    except ValueError:
        return None
    return number if plain.replace(".", "", 1).isdecimal() or not plain else None
