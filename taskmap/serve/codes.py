"""Every finding about a configuration file: its code and the values it carries."""

CODES: dict[str, tuple[str, ...]] = {
    "serve.unreadable": ("line",),
    "serve.unknown": ("name", "nearest"),
    "serve.missing": ("name",),
    "serve.number": ("name", "least", "most"),
    "serve.text": ("name",),
    "serve.table": ("name",),
    "serve.no_documents": ("place",),
    "serve.login_needed": ("address",),
    "serve.public": ("value",),
}
