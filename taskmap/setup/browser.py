"""Where this machine keeps a Chromium that tests can drive."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def find_browser() -> str | None:
    """Path of a Chromium-like browser, or None; ``TASKMAP_CHROMIUM`` decides when set."""
    named = os.environ.get("TASKMAP_CHROMIUM")
    found = (shutil.which(name) for name in ((named,) if named else NAMES))
    there = (place for place in PLACES if not named and os.path.exists(place))  # noqa: PTH110
    return next((path for path in (*found, *there) if path), None)
