"""Everything below a folder that could tell what a document once said: bytes, also packed ones."""

import zlib


def told_in(root, secret):
    """Paths of the files that hold a secret, plain or compressed, or have it in their name."""
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if secret in path.name.encode() or (path.is_file() and _tells(path, secret))
    )


def _tells(path, secret):
    data = path.read_bytes()
    try:
        return secret in data or secret in zlib.decompress(data)
    except zlib.error:
        return False
