"""Streamlit with everything around it, outermost first: counting, packing, headers, guard."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route
from streamlit import App, config

from taskmap.errors import ExtraMissing
from taskmap.serve import fault
from taskmap.serve.browsers import Browsers
from taskmap.serve.counting import Counting
from taskmap.serve.figures import Figures
from taskmap.serve.guard import Guard
from taskmap.serve.headers import Headers
from taskmap.serve.health import Health
from taskmap.serve.page import Page
from taskmap.serve.settings import Settings
from taskmap.ui import login

if TYPE_CHECKING:
    from taskmap.serve.entrance import Entrance

_PACKED_FROM = 1_000  # bytes


def assembled(settings: Settings, entry: Path, figures: Figures | None = None) -> App:
    """The app as an ASGI service.

    Args:
        settings: how it is served.
        entry: the pages' script.
        figures: what is counted; None: nothing is.

    Raises:
        ExtraMissing: people are to log in, and what speaks to their provider is not installed.
    """
    page = Page()
    browsers = Browsers(secure=settings.secure, logged_in=settings.login is not None)
    entrance = _entrance(settings, browsers)
    sessions = entrance.sessions if entrance else None
    ways_in = entrance.routes if entrance else []
    counting = [Middleware(Counting, figures=figures)] if figures else []
    app = App(
        entry,
        routes=[Route("/health", Health(settings, browsers).answer), *ways_in],
        middleware=[
            *counting,
            Middleware(GZipMiddleware, minimum_size=_PACKED_FROM),
            Middleware(Headers, policy=page.policy(), secure=settings.secure),
            Middleware(Guard, settings=settings, page=page, browsers=browsers, sessions=sessions),
        ],
        on_script_error=_told(figures),
    )
    fault.silence()
    config.get_config_options(force_reparse=True, options_from_flags=_streamlit(settings))
    return app


def _told(figures: Figures | None) -> Callable[[Exception], bool]:
    """What is done with a fault of a page: told, and counted where something is."""

    def told(error: Exception) -> bool:
        if figures is not None and fault.is_ours(error):
            figures.failed()
        return fault.told(error)

    return told


def _entrance(settings: Settings, browsers: Browsers) -> "Entrance | None":
    """The way in, where people log in."""
    if settings.login is None:
        return None
    try:
        from taskmap.serve.entrance import Entrance  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ExtraMissing(extra="auth") from error
    entrance = Entrance(settings.login, settings, browsers)
    login.serve_with(entrance)
    return entrance


def _streamlit(settings: Settings) -> dict[str, Any]:
    """Streamlit's own settings, over those of any file on the machine."""
    own = [settings.public.rstrip("/")] if settings.public else []
    return {
        "server.address": settings.address,
        "server.port": settings.port,
        "server.headless": True,
        "server.fileWatcherType": "none",
        "server.enableStaticServing": False,
        "server.enableXsrfProtection": True,
        "server.xsrfCookieSameSite": "strict",
        "server.enableCORS": True,
        "server.corsAllowedOrigins": own,
        "server.enableAgentApi": False,
        "server.maxUploadSize": settings.upload_megabytes,
        "client.toolbarMode": "minimal",
        "client.showErrorDetails": "none",
        "browser.gatherUsageStats": False,
        "global.developmentMode": False,
        "logger.enableRich": False,
        "logger.level": "warning",  # no line for each request: addresses hold what people chose
    }
