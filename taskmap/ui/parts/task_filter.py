"""Which tasks somebody wants to see: of a group, done by a role."""

from streamlit.delta_generator import DeltaGenerator

from taskmap.ui import state
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.guard import Ready


def group_and_role(
    ready: Ready, middle: DeltaGenerator, right: DeltaGenerator
) -> tuple[str | None, str | None]:
    """The group and the role chosen, each None where all are wanted.

    Args:
        ready: the unit.
        middle: where the list of groups stands.
        right: where the list of roles stands.
    """
    words, naming = state.words(), ready.naming
    with middle:
        group = pick(
            state.TASK_GROUP,
            words.say("ui.tasks.group"),
            {code: naming.group(code) for code in naming.groups},
            empty=True,
            placeholder=words.say("ui.all"),
        )
    with right:
        role = pick(
            state.ROLE,
            words.say("ui.tasks.role"),
            {role: naming.role(role) for role in naming.roles_down},
            empty=True,
            placeholder=words.say("ui.all"),
        )
    return group, role
