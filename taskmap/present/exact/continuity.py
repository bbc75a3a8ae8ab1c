"""Whom a patient meets, and the mix of professions, before and after a plan, as JSON."""

from taskmap.model.plan import ChainFaces, Mix
from taskmap.present.exact.text import Object, hours, number


def faces_object(faces: ChainFaces) -> Object:
    """Roles a patient meets in a chain or visit, and the time of its hand-over."""
    spent = (faces.minutes_before, faces.minutes_after)
    return {
        "chain": faces.chain,
        "band": faces.band,
        "before": faces.before,
        "after": faces.after,
        "handover_hours": dict(zip(("before", "after"), map(hours, spent), strict=True)),
    }


def mix_object(mix: Mix) -> Object:
    """Registered professionals' share of those present and of the mapped work in a band."""
    return {
        "band": mix.band,
        "present": {"before": number(mix.present_before), "after": number(mix.present_after)},
        "work": {"before": number(mix.work_before), "after": number(mix.work_after)},
    }
