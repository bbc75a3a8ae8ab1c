"""A course as it was placed: whole runs and participants in slots, and what they come to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taskmap.model.programme import OrganisationId
from taskmap.model.training import Placed
from taskmap.training.offer import Hand, Offer, Slot


@dataclass(frozen=True)
class Held:
    """One course's runs and participants.

    Args:
        offer: what was to be placed.
        runs: by slot and lecturer, numbers into the offer's own lists.
        come: participants by want and slot.
    """

    offer: Offer
    runs: Mapping[tuple[int, int], int]
    come: Mapping[tuple[int, int], int]

    @property
    def slots(self) -> tuple[int, ...]:
        """Slots in use."""
        return tuple(sorted({s for s, _ in self.runs}))

    def runs_in(self, slot: int) -> int:
        """Runs in a slot, whoever lectures."""
        return sum(count for (s, _), count in self.runs.items() if s == slot)

    def short(self) -> dict[int, int]:
        """Participants without a place, by the number of their want."""
        wants = self.offer.wants
        placed = [sum(n for (v, _), n in self.come.items() if v == w) for w in range(len(wants))]
        return {
            w: want.persons - placed[w] for w, want in enumerate(wants) if placed[w] < want.persons
        }

    def weighed(self, used: int, as_if: int) -> float:
        """Minutes as they are weighed of what is in one slot, as if it were in another."""
        offer, slot = self.offer, self.offer.slots[as_if]
        people = sum(
            count * offer.weighed(offer.wants[w].organisation, slot)
            for (w, s), count in self.come.items()
            if s == used
        )
        return people + sum(
            count * lecturers_minutes(offer, slot, offer.hands[h])
            for (s, h), count in self.runs.items()
            if s == used
        )

    def placed(self) -> Iterator[Placed]:
        """Each slot in use, told."""
        for s in self.slots:
            yield self._one(s)

    def _one(self, s: int) -> Placed:
        offer, slot = self.offer, self.offer.slots[s]
        here = {h: count for (t, h), count in self.runs.items() if t == s}
        hands = offer.hands
        come: dict[OrganisationId, int] = {}
        for (w, t), count in self.come.items():
            if t == s:
                member = offer.wants[w].organisation
                come[member] = come.get(member, 0) + count
        travel = sum(n * 2 * (offer.minutes(member, slot) or 0.0) for member, n in come.items())
        travel += sum(n * lecturers_minutes(offer, slot, hands[h]) for h, n in here.items())
        return Placed(
            course=offer.course.id, half=slot.half, venue=slot.venue.id if slot.venue else None,
            runs=sum(here.values()),
            own={hands[h].organisation or "": n for h, n in here.items() if hands[h].organisation},
            hired=sum(n for h, n in here.items() if hands[h].hired), come=come, minutes=travel,
        )  # fmt: skip


def lecturers_minutes(offer: Offer, slot: Slot, hand: Hand) -> float:
    """Travel there and back of an own lecturer; a hired one's is in the fee."""
    if hand.organisation is None or slot.venue is None:
        return 0.0
    return 2 * (offer.minutes(hand.organisation, slot) or 0.0)
