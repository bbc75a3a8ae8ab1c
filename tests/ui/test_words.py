"""The pages' words: the same keys and fields in three languages, and none that nobody says."""

import re
from pathlib import Path

import pytest

from taskmap.language import LANGUAGES, reader

ROOT = Path(__file__).parents[2]
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("taskmap/ui", "taskmap/present/figures", "taskmap/serve")
    for path in sorted((ROOT / folder).rglob("*.py"))
)
FIELD = re.compile(r"{(\w+)}")


def fields(code, domain):
    text = (ROOT / f"taskmap/language/locale/{code}/{domain}.po").read_text(encoding="utf-8")
    entries = [entry for entry in text.split("\n\n") if "msgid" in entry]
    return {
        re.search(r'msgid "(.*)"', entry)[1]: set(FIELD.findall(entry)) for entry in entries[1:]
    }


@pytest.mark.parametrize("domain", ["ui", "figure"])
def test_languages_have_the_same_keys_with_the_same_fields(domain):
    bokmal = fields("nb", domain)
    assert bokmal.keys() == reader("nb").keys(domain)
    for code in LANGUAGES:
        assert fields(code, domain) == bokmal


@pytest.mark.parametrize("domain", ["ui", "figure"])
def test_no_words_are_left_over(domain):
    # A key built of parts is said where all of it but its last part stands before a brace.
    left = {
        key
        for key in reader("nb").keys(domain)
        if not re.search(f"""["']{re.escape(key)}["']""", CODE)
        and f"{key.rpartition('.')[0]}.{{" not in CODE
        and f"{key.rpartition('.')[0]}{{" not in CODE
        and f"{key.removesuffix('_means').rpartition('.')[0]}.{{" not in CODE
    }
    assert left == set()


def test_every_key_said_has_words():
    said = set(re.findall(r'"((?:ui|figure)\.[\w.]+)"', CODE))
    assert said
    assert {key for key in said if not reader("nb").has(key)} == set()
