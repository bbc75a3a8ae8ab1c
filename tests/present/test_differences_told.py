"""What differs between two versions, in words: minutes and shares as people say them."""

import pytest
from telling import speaker

from taskmap.model.difference import Difference
from taskmap.present.versions import what


@pytest.mark.parametrize(
    ("field", "before", "after", "told"),
    [
        ("minutes", {"low": "18", "likely": "25", "high": "40"}, {"likely": "7.5"},
         "25 (18\N{EN DASH}40) → 7,5"),
        ("today", {"sykepleier": "0.05"}, {"sykepleier": "33.3 %"}, "5 % → sykepleier 33,3 %"),
        ("missed", "0.25", None, "25 %"),
        ("count", {"dag": "0.5"}, {"dag": "7"}, "0,5 → dag 7"),
    ],
)  # fmt: skip
def test_figures_are_told_as_people_say_them(field, before, after, told):
    plain = speaker()
    task = plain.mapping.tasks[0].id
    (line,) = what([Difference(("tasks", task, field), before, after)], plain)
    assert told in line
