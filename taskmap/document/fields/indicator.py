"""Fields of an indicator in a follow-up document."""

from taskmap.document.fields.unit import NOTE
from taskmap.document.kinds import Choice, Day
from taskmap.document.numbers import Number
from taskmap.document.shapes import Field, ListOf, Record
from taskmap.model.indicator import IndicatorKind

FIGURE = Record(
    "figure",
    (
        Field(
            name="value", kind=Number(low=-1e6, high=1e6), required=True, example="9.8",
            says="In the indicator's unit: per cent, hours a week, or days.",
        ),
        Field(name="date", kind=Day(), required=True, to="on", says="When, or by when."),
    ),
    says="A value on a day.",
)  # fmt: skip

INDICATOR = Record(
    "indicator",
    (
        Field(
            name="kind", kind=Choice(tuple(IndicatorKind)), required=True, example="sick_leave",
            says="What is followed. Per cent: hired share of staff cost, sick leave, share in full "
            "posts, turnover in a year. Hours a week: hours freed, patients' and staff's travel. "
            "Days: waiting time.",
        ),
        Field(name="baseline", kind=FIGURE, required=True, says="How it was."),
        Field(
            name="target", kind=FIGURE, default="none is set",
            says="Where it is to be, by when.",
        ),
        Field(
            name="measured", kind=ListOf(FIGURE, most=1000), default="nothing yet",
            says="What was measured later.",
        ),
        NOTE,
    ),
    says="One thing a unit follows over time.",
)  # fmt: skip
