"""Everything the app remembers between two clicks, behind functions with types.

A choice has one name, the same in the session and in the address: ``?lang=sv&unit=havblikk-2``.
Streamlit's own binding would put the translated label there, so ids are written here.
"""

import os
from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import streamlit as st

from taskmap.language import LANGUAGES, Reader, best_language, reader
from taskmap.ui import login
from taskmap.ui.bench import Bench
from taskmap.ui.looking import ACTIONS, LEADER, OF_ROLES, READER, REPRESENTATIVE
from taskmap.workspace import Action, Identity, Signed, Workspace, is_role

FOLDER = "TASKMAP_FOLDER"  # environment: where the mappings lie

LEAVING = "leaving"  # where the browser goes on to after a logout
LANGUAGE = "lang"
WHO = "who"
UNIT = "unit"
VIEW = "view"
GROUP = "group"
TASK_GROUP = "in_group"
ROLE = "role"
BAND = "band"
PRESSURE = "pressure"  # as the command line has it: "1.1,0.9,0.7"
CELL = "cell"
FOCUS = "focus"
PRESET = "preset"
CLOSER = "closer"
DEMANDS = "demands"
PRICE = "price"
LIMIT = "limit"  # as the address has it: a number, or "all"
WEIGHTS = "weights"  # likewise: "4-6,6-9", those that are not the level's number

OPENING = "opening"  # what a page that is being opened stands on; None once its address is written
LASTING = (LANGUAGE, WHO, UNIT)  # from page to page, and over a login

# Widgets of the question; a document that is read sets them all.
ALL_MOVES = "all_moves"
MOST_MOVES = "most_moves"
CEILING = "ceiling"
SMALLEST = "smallest"
RISK = "risk"
HORIZON = "horizon"
TOLERANCE = "tolerance"
ACCEPTED = "accepted"
ALTERNATIVES = "alternatives"
UPWARDS = "upwards"
WEIGHT = "weight"  # one for each level
WANTED = "wanted"  # analyses somebody has asked for, by name and content
POINT = "point"
DEMAND_FORM = "demand_form"
QUESTION_FILE = "question_file"

# A new mapping.
START = "start"
STEP = "step"
MEETING_GROUP = "meeting_group"
NEXT = "next"  # choices to be made before anything is drawn again

# Editing.
BY = "by"  # in which role
FORM = "form"
SEEN = "seen"  # what the grid lies over and what it shows, so that a restart loses nothing typed
WAITING = "waiting"  # what was typed and is not saved, so that a reload loses nothing typed
EDIT_SEARCH = "edit_search"
BENCHES = "benches"  # one for each unit
REFUSED = "refused"  # why the last action of a page was

# Files in and out.
INTO = "into"
SOURCE = "source"
FOREIGN = "foreign_file"
PASTED = "pasted"
HELD = "held_file"  # uploaded, and kept while other pages are looked at
GONE = "gone"  # what becomes of tasks a file says nothing of
CREATED = "created"  # the unit made from a file last
COUNTRY = "country"
SETTING = "setting"

# Groups of professions.
INPUT_PART = "input_part"
INPUT_GROUP = "input_group"  # who answers
INPUT_STEP = "input_step"
INPUT_STANDING = "input_standing"
TAKEN_AWAY = "taken_away"  # unit and file of the group taken away last

# Scenarios.
SCENARIO = "scenario"  # ids of those that are on, with commas between
PART = "part"  # of the page
DRAFT = "draft"  # the one that is changed
COLUMNS = "columns"  # those compared
TOGETHER = "together"
ADOPTING = "adopting"  # the one somebody is about to take into use
ADOPTED = "adopted"  # whether the last version saved is one that was taken into use
REMOVED = "removed"  # unit and file of the one taken away last
POST_FORM = "post_form"  # whose staffing is changed

# Papers.
PAPER = "paper"  # kind
PAPER_FORM = "paper_form"  # ending of the file
CASE_OF = "case_of"  # id of the measure a case is on
MADE = "made"  # files made last, by name

# Measures.
MEASURES = "measures"  # part of the page
MEASURE = "measure"  # the one that is open
THEME = "theme"

# Units side by side.
COMPARED = "compared"  # the widget
SIDE_BY_SIDE = "units"  # ids of those compared, with commas between
COMPARING = "comparing"  # part of the page
PER = "per"
SHARED_TASK = "shared_task"
EXAMPLE_TASK = "example_task"
PARTICIPATION = "participation"  # part of the page

# Money.
FUND = "fund"
FUND_PART = "fund_part"  # of the page
NEED = "need"  # the one that is open
SUPPLY_ROLE = "supply_role"
PARTNERSHIP = "partnership"
SHARED = "shared"  # unit, version and words of what was written as shared last
TRAINING = "training"  # part of the page
TRAINED = "trained"  # the unit whose courses are asked about
BILL = "bill"


def workspace() -> Workspace:
    """The folder of mappings, every unit as it would be under the scenarios that are on."""
    on = scenarios()
    return mapped().under(*on) if on else mapped()


def mapped() -> Workspace:
    """The folder of mappings as they are, for the one who looks and on this day.

    Raises:
        AccessExpired: they are not logged in any more.
    """
    return _workspace(login.identity())


def later(make: Callable[[Workspace], bytes], under: tuple[str, ...] = ()) -> Callable[[], bytes]:
    """Makes a file when it is asked for, which is when the page does not run any more.

    Args:
        make: makes it for the one who looks; a session is out of its reach.
        under: ids of scenarios every unit is opened under.
    """
    asker = login.asker()
    return lambda: make(_workspace(asker()).under(*under))


def _workspace(identity: Identity) -> Workspace:
    folder, today = Path(os.environ.get(FOLDER, "mappings")), date.today()  # noqa: DTZ011 - the office's day
    return Workspace(folder, today, files=False, identity=identity)  # names come from an address


def leave() -> None:
    """Log the one who looks out; only in a callback."""
    st.session_state[LEAVING] = login.leave()


def leaving() -> str | None:
    """Where the browser goes on to after a logout."""
    found: str | None = st.session_state.get(LEAVING)
    return found


def language() -> str:
    """The language chosen in the frame, else the browser's."""
    chosen = kept(LANGUAGE)
    return chosen if chosen in LANGUAGES else best_language(st.context.locale)


def words() -> Reader:
    """The reader of the language chosen."""
    return reader(language())


def unit() -> str | None:
    """The unit chosen in the frame; None before the first choice."""
    return kept(UNIT)


def lookers() -> tuple[str, ...]:
    """As whom somebody may look, by their roles; as a reader where they have no other."""
    roles = mapped().roles
    return tuple(looks for role, looks in OF_ROLES.items() if role in roles) or (READER,)


def who() -> str:
    """Who looks: leader, project leader, representative or reader."""
    chosen, known = kept(widget(WHO)) or kept(WHO), lookers()
    return chosen if chosen in known else known[0]


def may(action: Action, looks: str | None = None) -> bool:
    """Whether something can be done here, by who looks and by their rights.

    Args:
        action: what is done.
        looks: as whom; None: as is chosen.
    """
    return action in ACTIONS[looks or who()] and mapped().may(action)


def scenarios() -> tuple[str, ...]:
    """Ids of the scenarios that are on; none: everything is told as it is mapped."""
    return tuple(filter(None, (kept(SCENARIO) or "").split(",")))


def take_away(group: tuple[str, str] | None) -> None:
    """Remember unit and file of a group that was taken away; None: it is back."""
    st.session_state[TAKEN_AWAY] = group


def taken_away() -> tuple[str, str] | None:
    """Unit and file of the group taken away last."""
    found: tuple[str, str] | None = st.session_state.get(TAKEN_AWAY)
    return found


def share(written: tuple[str, int, str] | None) -> None:
    """Remember unit, version and words of a task written as shared; None: it was taken back."""
    st.session_state[SHARED] = written


def shared() -> tuple[str, int, str] | None:
    """Unit, version and words of the task written as shared last."""
    found: tuple[str, int, str] | None = st.session_state.get(SHARED)
    return found


def kept(name: str) -> str | None:
    """A choice by name: the session's, else the address's."""
    value = st.session_state.get(name)
    if isinstance(value, str):
        return value
    waiting: dict[str, str | None] = st.session_state.get(OPENING) or {}
    return waiting[name] if name in waiting else st.query_params.get(name)


def keep(name: str, value: str | None) -> None:
    """Remember a choice over pages, and write it in the address."""
    st.session_state[name] = value
    _write(name, value)


def _write(name: str, value: str | None) -> None:
    """Write in the address; what a page stands on when it is opened is written once, as it ends."""
    opening: dict[str, str | None] | None = st.session_state.get(OPENING)
    if opening is not None:
        opening[name] = value
    elif value is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value


def begin() -> None:
    """Begin a run; in the first of a session choices are gathered before they are written."""
    st.session_state[OPENING] = None if OPENING in st.session_state else {}


def opened() -> dict[str, str | None]:
    """What is to be written in the address of a page that was just opened, None: taken out of it.

    From then on every choice is written as it is made.
    """
    found: dict[str, str | None] = st.session_state[OPENING] or {}
    st.session_state[OPENING] = None
    return {name: value for name, value in found.items() if st.query_params.get(name) != value}


def demands(unit: str) -> str:
    """What is demanded of a unit's plan, as text; from the address when the session begins.

    The address holds one unit's demands, so it is read once, for the unit it was written for.
    """
    if DEMANDS not in st.session_state:
        st.session_state[DEMANDS] = {unit: st.query_params.get(DEMANDS, "")}
    found: str = st.session_state[DEMANDS].get(unit, "")
    _write(DEMANDS, found or None)
    return found


def demand(unit: str, text: str) -> None:
    """Remember what is demanded of a unit's plan; only in a callback."""
    st.session_state[DEMANDS] = {**st.session_state.get(DEMANDS, {}), unit: text}


def bench(unit: str) -> Bench:
    """What this browser has in hand while it edits a unit."""
    benches: dict[str, Bench] = st.session_state.setdefault(BENCHES, {})
    return benches.setdefault(unit, Bench())


def signed() -> Signed:
    """In which role somebody edits, and when: now; where people log in, a role they have there."""
    by = kept(BY)  # an address may say anything, a name too
    role = by if by is not None and is_role(by) else LEADER
    fixed = login.is_asked() or who() == REPRESENTATIVE
    return Signed(who=who() if fixed else role, at=datetime.now(UTC))


def refuse(sentence: str) -> None:
    """Remember why the last action of a page was refused; "" when it was not."""
    st.session_state[REFUSED] = sentence


def refused() -> str:
    """Why the last action of a page was refused; "" when it was not."""
    found: str = st.session_state.get(REFUSED, "")
    return found


def created() -> str | None:
    """The unit made from a file last."""
    found: str | None = st.session_state.get(CREATED)
    return found


def now_in(widget_key: str) -> Any:
    """What stands in a widget; None where it is no longer drawn."""
    return st.session_state.get(widget_key)


def put(widget_key: str, value: object) -> None:
    """Set a widget to a value of its own kind; only in a callback, before it is drawn."""
    st.session_state[widget_key] = value


def ask_for(changes: int | None) -> None:
    """Ask for so many changes, None for as many as pay; only in a callback."""
    st.session_state[ALL_MOVES] = changes is None
    if changes is not None:
        st.session_state[MOST_MOVES] = changes


def widget(name: str) -> str:
    """Key of the widget of a choice; one for each language, because its labels are translated."""
    return f"{name}@{language()}"


def choose(name: str, value: str) -> None:
    """Choose for the user, from a click elsewhere; only in a callback, before widgets are drawn."""
    st.session_state[name] = value
    st.session_state[widget(name)] = value


def choose_next(choices: MappingOf[str, str]) -> None:
    """Choose for the user in the next run; also after widgets are drawn."""
    st.session_state[NEXT] = dict(choices)


def take_up_choices() -> None:
    """Make the choices that waited; before anything is drawn."""
    for name, value in st.session_state.pop(NEXT, {}).items():
        choose(name, value)
