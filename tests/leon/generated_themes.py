"""What kinds of units are drawn: each is rich in another kind of row."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """What a kind of unit is rich in, so that every kind of row is at stake in some of them."""

    growing: float = 0.8  # of leaf-role pairs
    divisible: float = 0.8
    one_role: float = 0.1
    together: float = 0.25
    watched: float = 0.3
    needing: float = 0.35  # of leaf-competence pairs
    split: tuple[int, ...] = (0, 0, 0, 250_000, 400_000)
    held: tuple[int, ...] = (0, 1, 2, 4)
    persons: tuple[int, ...] = (1, 2, 5)
    filled: tuple[float, ...] = (0.8, 1.0, 1.2, 1.6)
    spare: tuple[int, ...] = (0, 60, 300, 600)
    prices: tuple[int, ...] = (1, 2, 3, 4, 6, 8)
    limits: tuple[int | None, ...] = (None, None, 1, 2)
    smallest: tuple[int, ...] = (30, 90)
    bands: tuple[int, ...] = (1, 2)
    base: float | None = None  # of leaves asking for the first of two competences
    courses: tuple[int, ...] = (0, 2, 5, 10)
    learners: tuple[int, ...] = (0, 1, 2, 2)
    fees: tuple[int, ...] = (0, 7)
    breach: float = 0.12
    practising: float = 0.25  # of units have a task that asks for practice
    passing: float = 0.3  # of units without a group have a chain with hand-overs
    skilled: float = 0.7  # of units whose dearest role holds everything
    factors: tuple[float, ...] = (0.8, 1.0, 1.0, 1.0, 1.3)
    high: float = 0.6  # of leaves that lie with the dearest role
    missing: tuple[int, ...] = (0, 0, 0, 0, 200_000)
    asked: float = 0.4  # of units have demands beside pins
    asking: float = 0.3  # chance of each kind of demand, in units that have any
    budgeting: float = 0.1  # chance of a budget for training, in the same


THEMES = (
    # People: who holds what, who must learn what first, and tasks that hang on one person.
    Theme(growing=0.95, needing=0.8, base=0.1, held=(0, 0, 0, 1), persons=(1, 2, 2, 5),
          spare=(300, 600, 900), limits=(None,), watched=0.1, divisible=1.0, together=0.0,
          prices=(1, 2, 6, 9), courses=(10, 30, 60), fees=(0, 7), high=0.9, learners=(1, 2, 2),
          asked=0.15, asking=0.02, budgeting=0.9, passing=0.3, practising=0.3),
    # Hours: roles above what they have.
    Theme(growing=1.0, filled=(0.6, 0.7, 0.8, 2.0, 3.0), spare=(0,), prices=(2, 2, 2, 3),
          needing=0.0, persons=(3, 5), limits=(None, 0, 1), divisible=0.8, one_role=0.25,
          together=0.5, watched=0.7, breach=0.15, smallest=(0,), factors=(1.0, 1.0, 1.3),
          asked=0.15, passing=0.3, practising=0.3),
    # Spread: work that must move, and roles of one price, so that the fullest decides.
    Theme(growing=1.0, filled=(1.6, 1.6, 1.8), spare=(0,), prices=(2,),
          needing=0.0, persons=(3, 5), limits=(None, None, 1), divisible=1.0, together=0.3,
          watched=0.2, breach=0.35, smallest=(0,), factors=(1.0,), split=(0, 250_000, 400_000),
          missing=(0, 200_000, 400_000), skilled=1.0,
          asked=0.1, asking=0.1, passing=0.0, practising=0.0),
    # Wholes: tasks that do not divide, visits, few and not too small changes.
    Theme(growing=0.85, divisible=0.15, one_role=0.45, together=1.0, needing=0.1, persons=(3, 5),
          spare=(30, 90, 200), split=(0, 0, 0, 300_000), bands=(2,),
          limits=(None, None, 0, 1), smallest=(60, 120, 200), prices=(1, 2, 4, 6), breach=0.05,
          missing=(0, 0, 0, 0, 200_000), asked=0.3, passing=0.4, practising=0.4),
    # Chains: many hands that could take part, practice to keep, and much that is demanded.
    Theme(growing=1.0, needing=0.1, persons=(3, 5), spare=(200, 400, 600), prices=(2, 2, 4, 4),
          limits=(None, None, 2), watched=0.2, divisible=0.7, one_role=0.3, together=0.3,
          breach=0.1, high=0.8, passing=1.0, practising=0.9, asked=0.95, asking=0.4,
          smallest=(30, 120), bands=(1, 2, 2)),
    # Courses: as people, with what training may take.
    Theme(growing=0.95, needing=0.9, base=0.1, held=(0, 0, 0, 0, 1), persons=(1, 2, 2, 5),
          spare=(300, 600, 900), limits=(None,), watched=0.1, together=0.2, practising=0.3,
          prices=(1, 2, 6, 9), courses=(20, 60), fees=(0, 7), high=0.9, learners=(1, 2, 2),
          passing=0.2, divisible=1.0, asked=1.0, asking=0.05, budgeting=1.0),
)  # fmt: skip
