"""The risk matrix says where a measure stands, before and after."""

import pytest

from taskmap.language import reader
from taskmap.model.followup import RiskAssessment, Score
from taskmap.present.risks import risk_matrix


def at(likelihood, consequence):
    return Score(likelihood=likelihood, consequence=consequence)


@pytest.mark.parametrize(
    ("risk", "standing"),
    [
        (RiskAssessment(before=at(4, 3), after=at(2, 3)), {(4, 3): "før", (2, 3): "etter"}),
        (RiskAssessment(before=at(5, 1), after=at(5, 1)), {(5, 1): "før og etter"}),
        (RiskAssessment(before=at(1, 5)), {(1, 5): "før"}),
        (RiskAssessment(), {}),
    ],
)
def test_each_score_stands_in_its_place(risk, standing):
    found = risk_matrix(risk, reader("nb"))
    rows = [[cell.text for cell in row] for row in found.rows]
    assert [row[0] for row in rows] == [f"Sannsynlighet {n}" for n in (5, 4, 3, 2, 1)]
    assert [c.title for c in found.columns[1:]] == [f"Konsekvens {n}" for n in (1, 2, 3, 4, 5)]
    told = {(5 - r, c): t for r, row in enumerate(rows) for c, t in enumerate(row) if c and t}
    assert told == standing
