"""Training as JSON: who learns what, on which course."""

from taskmap.model.plan import Training
from taskmap.present.exact.text import Object, number


def training_object(training: Training) -> Object:
    """Whole persons of a role in one course."""
    return {
        "role": training.role,
        "competence": training.competence,
        "course": training.course,
        "persons": training.persons,
        "hours_per_person": number(training.hours_per_person, 4),
        "price_per_person": number(training.price_per_person, 2),
    }
