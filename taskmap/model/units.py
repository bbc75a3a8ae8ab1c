"""Names for the quantities Taskmap counts in, so that a signature tells its unit."""

from typing import TypeAlias

RoleId: TypeAlias = str
BandId: TypeAlias = str
TaskId: TypeAlias = str
LeafId: TypeAlias = str  # "task", or "task/case" where the task has cases
CompetenceId: TypeAlias = str
VolumeId: TypeAlias = str
RuleId: TypeAlias = str
SourceId: TypeAlias = str
UnitId: TypeAlias = str
MeasureId: TypeAlias = str
DutyId: TypeAlias = str

Minutes: TypeAlias = float
MinutesPerWeek: TypeAlias = int  # the plan counts in whole minutes a week only
Hours: TypeAlias = float
HoursPerWeek: TypeAlias = float
HoursPerYear: TypeAlias = float
PerWeek: TypeAlias = float
Fte: TypeAlias = float
Share: TypeAlias = float  # 0 to 1

Names: TypeAlias = dict[str, str]  # language ("nb", "sv", "en") to words

MILLION = 1_000_000  # shares of occurrences are counted in millionths, so that they sum exactly
