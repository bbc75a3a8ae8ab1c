"""Roles nobody has named for a library task, and tasks that follow the work they belong to."""

from dataclasses import replace

import pytest
from small_unit import CATALOGUE, QUESTION, task, ward

from taskmap.leon.gates import continuity, policy
from taskmap.leon.gates.facts import gather
from taskmap.leon.gates.named import named_roles
from taskmap.model.catalogue import LibraryTask
from taskmap.model.judgement import DecisionKind, LocalDecision
from taskmap.model.ruling import Verdict
from taskmap.model.task import Chain

LIBRARY = replace(
    CATALOGUE,
    tasks={
        "records": LibraryTask(
            code="records", group="care", names={}, usual_roles=("nurse",), follows_work=True
        ),
        "dressing": LibraryTask(
            code="dressing", group="care", names={}, usual_roles=("nurse",), candidate="worker"
        ),
    },
)


def ruled(gate, role, chains=(), **more):
    mapping = replace(ward(task("t", {"day": 4}, **more)), chains=chains)
    facts = gather(mapping, LIBRARY, QUESTION)
    return gate.rule(mapping.leaves[0], LIBRARY.roles[role], facts)


@pytest.mark.parametrize(
    ("role", "code"),
    [
        ("nurse", "policy.practice_today"),
        ("worker", "policy.undecided"),  # the library's candidate
        ("doctor", "policy.undecided"),  # one level above, and has learnt all a nurse has
        ("host", "policy.not_named"),
    ],
)
def test_silence_is_enough_only_for_roles_somebody_has_named(role, code):
    ruling = ruled(policy, role, library="dressing", today="nurse")
    assert ruling.code == code
    assert (ruling.verdict is Verdict.FAIL) == (code == "policy.not_named")


def test_a_decision_opens_for_a_role_nobody_has_named():
    decision = LocalDecision(
        role="host", kind=DecisionKind.ALLOWED, on=QUESTION.as_of, office="leader"
    )
    ruling = ruled(policy, "host", library="dressing", today="nurse", decisions=(decision,))
    assert ruling.verdict is Verdict.PASS


def test_a_task_of_the_units_own_names_nobody():
    assert ruled(policy, "host", today="nurse").code == "policy.undecided"


def test_a_role_two_levels_above_is_not_named_by_its_education():
    library = replace(LIBRARY.tasks["dressing"], usual_roles=("worker",), candidate=None)
    catalogue = replace(LIBRARY, tasks={"dressing": library})
    mapping = ward(task("t", {"day": 4}, library="dressing", today="worker"))
    assert named_roles(mapping.leaves, catalogue)["t"] == {"worker"}


def test_records_follow_the_care_and_do_not_move_by_themselves():
    ruling = ruled(continuity, "worker", library="records", today="nurse")
    assert (ruling.code, ruling.verdict) == ("continuity.follows_work", Verdict.FAIL)


def test_in_a_visit_that_is_kept_together_they_move_with_it():
    visit = Chain(id="visit", name="Visit", tasks=("t",), keep_together=True)
    ruling = ruled(continuity, "worker", chains=(visit,), library="records", today="nurse")
    assert ruling.verdict is Verdict.PASS
