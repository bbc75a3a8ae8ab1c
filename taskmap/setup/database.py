"""Where this machine keeps a PostgreSQL server that tests can start."""

import os
import shutil
from pathlib import Path


def find_postgres() -> Path | None:
    """Folder of PostgreSQL's own programs, or None; ``TASKMAP_POSTGRES`` decides when set."""
    named = os.environ.get("TASKMAP_POSTGRES")
    on_path = shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = [Path(named)] if named else [*([Path(on_path).parent] if on_path else ()), *debian]
    return next((folder for folder in found if (folder / "initdb").exists()), None)
