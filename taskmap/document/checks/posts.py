"""Posts, persons, hours and competences of a role agree with each other."""

from collections.abc import Iterator

from taskmap.document.draft import Draft
from taskmap.model.staffing import Staffing
from taskmap.yamltext import Path

_LEAST_POST = 0.05  # mean post a person; below it persons and posts were probably mixed up
_ROUNDING = 0.05


def vacant_within_posts(draft: Draft) -> None:
    """Only posts of the plan can be vacant."""
    for path, staffing in draft.staffing.items():
        if staffing.vacant > staffing.posts:
            values = {"value": staffing.vacant, "posts": staffing.posts}
            draft.reading.error("staffing.vacant", (*path, "vacant"), **values)


def persons_fit_posts(draft: Draft) -> None:
    """A person fills at most one post, and hardly less than a twentieth."""
    for path, staffing in _staff(draft):
        filled = staffing.filled
        if not draft.is_sound(path) or filled <= 0:
            continue
        values = {"persons": staffing.persons, "filled": round(filled, 2)}
        if filled > staffing.persons + _ROUNDING:
            draft.reading.warn("staffing.too_few_persons", (*path, "persons"), **values)
        elif filled < staffing.persons * _LEAST_POST:
            draft.reading.warn("staffing.too_many_persons", (*path, "persons"), **values)


def hours_fall_in_bands(draft: Draft) -> None:
    """Posts without bands or a roster give no hours anywhere."""
    for path, staffing in _staff(draft):
        silent = not staffing.band_shares and not staffing.rostered
        if staffing.filled > 0 and silent and draft.is_sound((*path, "bands")):
            bands = tuple(band.id for band in draft.bands)
            draft.reading.error("staffing.no_bands", path, value=staffing.role, bands=bands)


def kinds_of_hours(draft: Draft) -> None:
    """Staff have posts or a roster, all others stated hours; never both."""
    for path, staffing in draft.staffing.items():
        wrong = _wrong_fields(draft, staffing)
        for name in wrong:
            draft.reading.error(
                "staffing.wrong_kind", (*path, name), value=name, role=staffing.role
            )


def support_leaves_time(draft: Draft) -> None:
    """Support work below all of the working time, or no work could ever be done."""
    for path, staffing in draft.staffing.items():
        if staffing.support_share >= 1:
            total = round(staffing.support_share, 4)
            draft.reading.error("staffing.support_sum", (*path, "support"), sum=total)


def competences_fit_persons(draft: Draft) -> None:
    """No more persons hold a competence than the role has."""
    for path, staffing in draft.staffing.items():
        for competence, held in staffing.competences.items():
            if held > staffing.persons and draft.is_sound((*path, "persons")):
                draft.reading.error(
                    "staffing.competence_persons",
                    (*path, "competences", competence),
                    value=held,
                    competence=competence,
                    persons=staffing.persons,
                )


def _wrong_fields(draft: Draft, staffing: Staffing) -> tuple[str, ...]:
    if draft.catalogue is None or staffing.role not in draft.catalogue.roles:
        return ()
    if draft.is_staff(staffing.role):
        given = {
            "stated_hours": bool(staffing.stated_hours),
            "acceptance": staffing.acceptance is not None,
        }
    else:
        given = {
            "posts": staffing.posts > 0,
            "hired": staffing.hired > 0,
            "hourly": staffing.hourly > 0,
            "overtime": staffing.overtime > 0,
            "rostered": staffing.rostered is not None,
        }
    return tuple(name for name, is_given in given.items() if is_given)


def _staff(draft: Draft) -> Iterator[tuple[Path, Staffing]]:
    return (each for each in draft.staffing.items() if draft.is_staff(each[1].role))
