"""The log as lines of JSON, for a machine to gather: ids and places, never content."""

import json
import logging
from datetime import UTC, datetime

_OURS = "taskmap"


class Lines(logging.Formatter):
    """One line for each record: when, how grave, what, and what of it may be told."""

    def format(self, record: logging.LogRecord) -> str:
        """A line.

        What other libraries say may hold an address or what somebody wrote, so only where it was
        said is told.
        """
        told: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
        }
        if record.name == _OURS:
            event = str(record.msg).split(":")[0].split("%")[0].strip()
            told |= {"event": event, "told": record.getMessage()}
            fault = getattr(record, "fault", None)
            told |= {"fault": fault} if fault else {}
        else:
            told |= {
                "event": "other",
                "from": record.name,
                "at": f"{record.module}:{record.lineno}",
            }
        return json.dumps(told, ensure_ascii=False)


def as_json() -> None:
    """Have everything that is logged from now on written so, Streamlit's own words too."""
    out = logging.StreamHandler()
    out.setFormatter(Lines())
    logging.basicConfig(handlers=[out], level=logging.WARNING, force=True)
    logging.getLogger(_OURS).setLevel(logging.INFO)
    for name, logger in logging.root.manager.loggerDict.items():
        if name.startswith("streamlit") and isinstance(logger, logging.Logger):
            logger.handlers.clear()
            logger.propagate = True
