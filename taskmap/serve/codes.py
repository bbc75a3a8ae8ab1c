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
    "serve.login_lacks": ("name",),
    "serve.issuer": ("value",),
    "serve.no_secret": ("place",),
    "serve.public": ("value",),
    "serve.log": ("value",),
    "serve.same_port": ("name",),
}
