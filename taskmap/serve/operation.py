"""The part ``[operation]`` of the settings file: figures for a monitor, and the log."""

from collections.abc import Iterator, Mapping
from typing import Any

NAMES = ("metrics_port", "log")
RANGES = {"metrics_port": (1, 65_535)}
LINES, JSON = "lines", "json"
LOGS = (LINES, JSON)


def wrong(found: Mapping[str, Any], port: int) -> Iterator[tuple[str, str, dict[str, str]]]:
    """What stands in the way, as code, field and values.

    Args:
        found: what the file says.
        port: which the pages are served on.
    """
    log = found.get("log", LINES)
    if isinstance(log, str) and log.strip() and log not in LOGS:
        yield "serve.log", "log", {"value": log}
    if found.get("metrics_port") == port:
        yield "serve.same_port", "metrics_port", {"name": "metrics_port"}
