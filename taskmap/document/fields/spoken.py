"""Fields of what an office said on a day."""

from taskmap.document.kinds import Day, Text
from taskmap.document.shapes import Field, Record

OFFICE = Field(
    name="office", kind=Text(), required=True,
    says="Role, function or committee, never a person's name.", example="HR-strateg",
)  # fmt: skip

COMMENT = Record(
    "comment",
    (
        Field(name="date", kind=Day(), required=True, to="on", says="When."),
        OFFICE,
        Field(name="text", kind=Text(4000), required=True, says="What was said."),
    ),
    says="What an office said on a day.",
)
