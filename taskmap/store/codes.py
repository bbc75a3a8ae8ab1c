"""Every finding about a document on disk, or the trail: its code and the values it carries.

``version`` is the number of the last whole version; None where none is kept.
"""

CODES: dict[str, tuple[str, ...]] = {
    "store.unreadable": ("version",),
    "store.not_text": ("version",),
    "store.empty": ("version",),
    "trail.broken": ("number",),
    "trail.not_next": ("number",),
    "trail.cut": ("number", "kept"),
    "trail.not_as_kept": ("number",),
    "trail.kept_too_old": ("number",),
    "trail.fold_unknown": ("number",),
}
