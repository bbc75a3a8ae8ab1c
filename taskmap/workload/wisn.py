"""How many staff a workload asks for: WISN, in exact arithmetic.

Method: Workload Indicators of Staffing Need, user's manual, World Health Organization 2010.

Example: an HIV clinic in Kenya has 100,000 consultations a year of 15 minutes, and clinicians
with 234 - 10 - 30 - 15 = 179 days of 8 hours: 3125 / 179 = 17.46 (Burmen and others, Human
Resources for Health 15:9, 2017, table 3). Ten days of training for each make 18.49, and of
12 clinicians a ratio of 0.65; those two are our sum, not the paper's.

    >>> from taskmap.model.wisn import IndividualAllowance, Service, exact
    >>> visits = Service(exact(100_000), exact("0.25"))
    >>> bare = StaffGroup(id="clinic", awt_hours=exact(179 * 8), services=(visits,))
    >>> round(float(staff_need(bare).required), 2)
    17.46
    >>> trained = StaffGroup(
    ...     id="clinic",
    ...     awt_hours=exact(179 * 8),
    ...     services=(visits,),
    ...     category_allowances=(Fraction(10, 179),),
    ...     current=exact(12),
    ... )
    >>> found = staff_need(trained)
    >>> round(float(found.caf), 4), round(float(found.required), 2), found.rounded
    (1.0592, 18.49, 18)
    >>> round(float(found.difference), 2), round(float(found.ratio), 2)
    (-6.49, 0.65)

Invented figures that can be followed by head: 1,600 hours; 3,200 units of half an hour and
800 of an hour are 1 + 0.5 persons; 20 % support makes 1.5 times 1.25 = 1.875; one person with
160 hours of her own adds 0.1.

    >>> ward = StaffGroup(
    ...     id="ward",
    ...     awt_hours=exact(1600),
    ...     services=(Service(exact(3200), exact(0.5)), Service(exact(800), exact(1))),
    ...     category_allowances=(exact(0.15), exact(0.05)),
    ...     individual_allowances=(IndividualAllowance(exact(1), exact(160)),),
    ...     current=exact(2),
    ... )
    >>> found = staff_need(ward)
    >>> float(found.caf), float(found.iaf), float(found.required), found.rounded
    (1.25, 0.1, 1.975, 2)
"""

from collections.abc import Iterable
from fractions import Fraction
from math import floor

from taskmap.model.wisn import Balance, StaffGroup, StaffNeed

HALF = Fraction(1, 2)
FEW = 5  # up to so many, one person more is much, and the part that is left out may be large


def staff_need(group: StaffGroup) -> StaffNeed:
    """Staff a group's work asks for (method, section 2).

    ``required = Σ (volume / standard workload) * CAF + IAF``, where a standard workload is what
    one person does in a year, ``AWT / unit hours``; ``CAF = 1 / (1 - Σ CAS)`` and ``IAF = Σ
    (persons * hours) / AWT``. Fractions throughout, so that no figure is rounded on the way.
    """
    caf = 1 / (1 - group.allowed)
    hours = sum((s.volume * s.unit_hours for s in group.services), Fraction(0))
    own = sum((a.staff * a.hours for a in group.individual_allowances), Fraction(0))
    iaf = own / group.awt_hours
    required = hours / group.awt_hours * caf + iaf
    return StaffNeed(
        id=group.id,
        current=group.current,
        required=required,
        rounded=whole_persons(required),
        caf=caf,
        iaf=iaf,
    )


def whole_persons(required: Fraction) -> int:
    """Persons for a requirement: the last step, for a table of posts and nothing else.

    Below 1 it is 1. From 1 to 5 it goes up only when more than a tenth of the whole part is left
    over: three may share 0.3, one may not. Above 5 the nearest whole number, halves up.

        >>> [whole_persons(Fraction(tenths, 10)) for tenths in (4, 11, 12, 22, 23, 33, 44, 45)]
        [1, 1, 2, 2, 3, 3, 4, 5]
        >>> whole_persons(Fraction(54, 10)), whole_persons(Fraction(55, 10))
        (5, 6)
    """
    if required < 1:
        return 1
    if required > FEW:
        return floor(required + HALF)
    whole = floor(required)
    return whole + (required - whole > Fraction(whole, 10))


def pooled(groups: Iterable[Balance]) -> Balance:
    """Several groups as one: all that are there against all that are required.

    Never the mean of ratios: a small group would weigh as much as a large one.

        >>> small, large = (Balance(current=Fraction(c), required=Fraction(r))
        ...                 for c, r in ((1, 2), (18, 18)))
        >>> float(pooled((small, large)).ratio)
        0.95
    """
    found = tuple(groups)
    return Balance(
        current=sum((one.current for one in found), Fraction(0)),
        required=sum((one.required for one in found), Fraction(0)),
    )
