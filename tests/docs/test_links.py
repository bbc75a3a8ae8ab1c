"""What the documentation points at is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]

LINK = re.compile(r"\]\(([^)\s]+)\)")
QUOTED = re.compile(r"`((?:docs|taskmap|mappings|schema|tests|benchmarks|\.ci)/[^\s`]*)`")
# Names of JSON formats, such as `taskmap/check/1`, look like paths and are none.
FORMAT = re.compile(r"taskmap/[a-z]+/\d+")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


def text_of(name: str) -> str:
    return FENCE.sub("", (ROOT / name).read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """The places of a page that a link may name."""
    titles = re.findall(r"^#+ +(.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def broken_links(name: str) -> list[str]:
    page = ROOT / name
    found = []
    for link in LINK.findall(text_of(name)):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        inside = target.is_relative_to(ROOT) and target.exists()
        if not inside or (anchor and anchor not in anchors(target)):
            found.append(link)
    return found


def missing_paths(name: str) -> list[str]:
    quoted = [path for path in QUOTED.findall(text_of(name)) if not FORMAT.fullmatch(path)]
    return [path for path in quoted if not list(ROOT.glob(path.rstrip("/")))]


@pytest.mark.parametrize("name", NAMES)
def test_every_relative_link_leads_somewhere(name):
    assert broken_links(name) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_path_named_exists(name):
    assert missing_paths(name) == []


def test_there_are_links_and_paths_to_follow():
    text = "".join(text_of(name) for name in NAMES)
    assert len(LINK.findall(text)) > 20
    assert len(QUOTED.findall(text)) > 50
