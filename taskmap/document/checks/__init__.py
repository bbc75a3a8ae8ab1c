"""What is checked across fields, as a list to read."""

from collections.abc import Callable

from taskmap.document.checks.alternatives import (
    alternatives_fall_in_hours,
    alternatives_say_what,
    alternatives_stand_alone,
)
from taskmap.document.checks.decisions import decision_dates, pilots_end
from taskmap.document.checks.double import counted_twice
from taskmap.document.checks.ids import ids_are_unique
from taskmap.document.checks.posts import (
    competences_fit_persons,
    hours_fall_in_bands,
    kinds_of_hours,
    persons_fit_posts,
    support_leaves_time,
    vacant_within_posts,
)
from taskmap.document.checks.roles import minutes_have_an_owner, roles_are_staffed, roles_have_hours
from taskmap.document.checks.total import parts_make_the_total
from taskmap.document.checks.tree import (
    chains_hold_leaves,
    parents_carry_no_work,
    tree_has_no_cycle,
)
from taskmap.document.checks.unit import (
    library_fits_setting,
    real_units_say_why,
    something_is_mapped,
    something_is_unfinished,
)
from taskmap.document.checks.week import bands_fill_the_week
from taskmap.document.checks.work import cases_make_a_whole, leaves_carry_work, shares_where_counted
from taskmap.document.draft import Draft

CHECKS: tuple[Callable[[Draft], None], ...] = (
    # the place and its week
    something_is_mapped,
    something_is_unfinished,
    real_units_say_why,
    ids_are_unique,
    bands_fill_the_week,
    library_fits_setting,
    # who works there
    vacant_within_posts,
    persons_fit_posts,
    hours_fall_in_bands,
    kinds_of_hours,
    support_leaves_time,
    competences_fit_persons,
    # what is done
    tree_has_no_cycle,
    parents_carry_no_work,
    leaves_carry_work,
    cases_make_a_whole,
    shares_where_counted,
    minutes_have_an_owner,
    roles_are_staffed,
    roles_have_hours,
    chains_hold_leaves,
    counted_twice,
    parts_make_the_total,
    # what could be done otherwise
    alternatives_say_what,
    alternatives_fall_in_hours,
    alternatives_stand_alone,
    # what was decided
    pilots_end,
    decision_dates,
)
