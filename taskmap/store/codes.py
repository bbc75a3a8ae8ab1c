"""Every finding about a document on disk: its code and the values it carries.

``version`` is the number of the last whole version; None where none is kept.
"""

CODES: dict[str, tuple[str, ...]] = {
    "store.unreadable": ("version",),
    "store.not_text": ("version",),
    "store.empty": ("version",),
}
