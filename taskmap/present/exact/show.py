"""The answer of ``taskmap show`` as a JSON object."""

from collections.abc import Iterable, Mapping, Sequence

from taskmap.model.capacity import Capacity
from taskmap.model.plan import LeafLevel
from taskmap.model.scenario import ScenarioId
from taskmap.model.units import BandId, RoleId
from taskmap.present.exact.suggest import level_object, under
from taskmap.present.exact.text import Object, hours
from taskmap.present.names import Speaker

SCHEMA = "taskmap/show/1"


def show_object(
    levels: Iterable[LeafLevel],
    capacities: Mapping[tuple[RoleId, BandId], Capacity],
    speaker: Speaker,
    scenarios: Sequence[ScenarioId] = (),
) -> Object:
    """A unit as mapped, or under scenarios: its roles with hours, its tasks with their levels."""
    unit = speaker.mapping.unit
    return {
        "schema": SCHEMA,
        "unit": unit.id,
        "name": unit.name,
        "organisation": unit.organisation.name,
        "country": unit.country.value,
        "setting": unit.setting.value,
        "date": speaker.mapping.on.isoformat(),
        "illustrative": speaker.mapping.illustrative,
        "roles": roles_list(capacities, speaker),
        "levels": [level_object(level) for level in levels],
        **under(scenarios),
    }


def roles_list(
    capacities: Mapping[tuple[RoleId, BandId], Capacity], speaker: Speaker
) -> list[Object]:
    """Every role with its hours by band."""
    return [
        {
            "role": staffing.role,
            "level": speaker.level(staffing.role),
            "persons": staffing.persons,
            "posts": staffing.posts,
            "bands": [
                _band(capacities[staffing.role, band])
                for band in speaker.mapping.band_ids
                if (staffing.role, band) in capacities
            ],
        }
        for staffing in speaker.mapping.staffing
    ]


def _band(found: Capacity) -> Object:
    return {
        "band": found.band,
        "at_hand_hours": hours(found.at_hand),
        "full_hours": hours(found.full),
        "room_hours": hours(found.room),
        "other_hours": hours(found.other),
        "load_hours": hours(found.load),
    }
