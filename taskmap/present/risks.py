"""The risk matrix: how likely against how grave, five by five, before and after what is done."""

from taskmap.language import Reader
from taskmap.model.followup import RiskAssessment, Score
from taskmap.present.table import Cell, Column, Table, table

SCALE = range(1, 6)


def risk_matrix(risk: RiskAssessment, reader: Reader) -> Table:
    """Every likelihood a row, the highest first, and every consequence a column.

    The cell of a score says whether it is the one before or after what is done, or both.
    """
    say = reader.say
    consequences = (Column(say("followup.matrix.consequence", n=n)) for n in SCALE)
    rows = (
        (
            Cell(say("followup.matrix.likelihood", n=likelihood)),
            *(
                Cell(_there(risk, Score(likelihood=likelihood, consequence=n), reader))
                for n in SCALE
            ),
        )
        for likelihood in reversed(SCALE)
    )
    columns = (Column(say("followup.matrix.column")), *consequences)
    return table(say("followup.matrix.title"), columns, rows)


def _there(risk: RiskAssessment, at: Score, reader: Reader) -> str:
    """What stands at a place of the matrix."""
    return reader.list(
        reader.say(f"followup.matrix.{when}")
        for when, score in (("before", risk.before), ("after", risk.after))
        if score == at
    )
