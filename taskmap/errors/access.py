"""What somebody, or a service, is refused for."""

from taskmap.errors.refusal import TaskmapError


class AddressRefused(TaskmapError):
    """No place of documents: a database without its server or name, or with a password."""

    code = "store.address"


class ExtraMissing(TaskmapError):
    """Packages are needed that are not installed; values name the extra that brings them."""

    code = "extra.missing"


class PortTaken(TaskmapError):
    """Something else on the machine already listens on the port that was named."""

    code = "port.taken"


class AccessDenied(TaskmapError):
    """Somebody's roles do not allow this, or not there; nothing tells whether it exists."""

    code = "access.denied"


class AccessExpired(TaskmapError):
    """Somebody's login has ended, so nothing is open to them until they log in again."""

    code = "access.expired"


class TrailBroken(TaskmapError):
    """A line of the audit trail does not fit, so none is folded away; values tell which."""

    code = "trail.broken"


class TrailMissing(TaskmapError):
    """No audit trail was ever begun at a place, or it was taken away."""

    code = "trail.missing"


class OutsideRefused(TaskmapError):
    """Something that is for those inside the unit alone is asked for readers outside it."""

    code = "outside.refused"
