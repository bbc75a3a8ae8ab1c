"""A mark for each role of a unit: a form and a colour, the same on every paper of the unit."""

from dataclasses import dataclass

from taskmap.model.units import RoleId
from taskmap.present.figures.naming import Naming
from taskmap.present.figures.palette import BLUE, GREEN, ORANGE, PINK, TEXT

PURPLE = "#6A3D9A"
BROWN = "#8A5A00"
COLOURS = (BLUE, ORANGE, GREEN, PURPLE, TEXT, BROWN, PINK)  # told apart with any colour vision
FORMS = ("circle", "square", "triangle", "diamond", "star", "hexagon", "down", "cross")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How a role is marked, and its name, which always stands beside.

    Args:
        form: one of ``FORMS``.
        colour: as ``#rrggbb``.
        hollow: drawn as an outline, when every form is taken once.
    """

    name: str
    form: str
    colour: str
    hollow: bool = False


def marks(naming: Naming) -> dict[RoleId, Mark]:
    """A mark for every role that works in the unit or does a task there, no two alike."""
    return {
        role: Mark(
            name=naming.short_role(role),
            form=FORMS[at % len(FORMS)],
            colour=COLOURS[at % len(COLOURS)],
            hollow=(at // len(FORMS)) % 2 == 1,
        )
        for at, role in enumerate(naming.roles_down)
    }
