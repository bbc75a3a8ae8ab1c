"""Streamlit with everything around it, outermost first: packing, headers, guard."""

from pathlib import Path
from typing import Any

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route
from streamlit import App, config

from taskmap.serve import fault
from taskmap.serve.browsers import Browsers
from taskmap.serve.guard import Guard
from taskmap.serve.headers import Headers
from taskmap.serve.health import Health
from taskmap.serve.page import Page
from taskmap.serve.settings import Settings

_PACKED_FROM = 1_000  # bytes


def assembled(settings: Settings, entry: Path) -> App:
    """The app as an ASGI service.

    Args:
        settings: how it is served.
        entry: the pages' script.
    """
    page, browsers = Page(), Browsers(secure=settings.secure)
    app = App(
        entry,
        routes=[Route("/health", Health(settings, browsers).answer)],
        middleware=[
            Middleware(GZipMiddleware, minimum_size=_PACKED_FROM),
            Middleware(Headers, policy=page.policy(), secure=settings.secure),
            Middleware(Guard, settings=settings, page=page, browsers=browsers),
        ],
        on_script_error=fault.told,
    )
    fault.silence()
    config.get_config_options(force_reparse=True, options_from_flags=_streamlit(settings))
    return app


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
