"""The app put together as a service, and run."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

from taskmap.serve import operation, written
from taskmap.serve.settings import Settings

_LOG = logging.getLogger("taskmap")
ENTRY = Path(__file__).resolve().parents[2] / "app.py"
FOLDER = "TASKMAP_FOLDER"  # environment: where the documents lie, as the pages read it
_MESSAGE_BYTES = 2_000_000  # of what a page tells at once


def run(settings: Settings, begun: Callable[[], None]) -> None:
    """Serve until stopped.

    Args:
        settings: how.
        begun: called when nothing stands in the way any more, where the log is for people.

    Raises:
        ExtraMissing: people are to log in, and what speaks to their provider is not installed.
        PortTaken: something else listens on the port of the figures.
    """
    os.environ[FOLDER] = str(settings.documents)
    import uvicorn  # noqa: PLC0415 - what is wrong in the file is told without waiting for it

    from taskmap.serve.assembled import assembled  # noqa: PLC0415 - the same
    from taskmap.serve.counting import told  # noqa: PLC0415 - the same
    from taskmap.serve.figures import Figures  # noqa: PLC0415 - the same

    figures = Figures() if settings.metrics_port else None
    app = assembled(settings, ENTRY, figures)
    if figures is not None and settings.metrics_port:
        told(figures, settings.metrics_port)
    if settings.log == operation.JSON:
        written.as_json()
        _LOG.info("started")
    else:
        begun()
    uvicorn.run(
        app,
        host=settings.address,
        port=settings.port,
        ws_max_size=_MESSAGE_BYTES,
        server_header=False,
        access_log=False,
        log_level="warning",
        log_config=None if settings.log == operation.JSON else uvicorn.config.LOGGING_CONFIG,
        timeout_graceful_shutdown=5,
    )
