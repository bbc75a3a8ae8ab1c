"""A partnership is found by its id, letter by letter."""

from pathlib import Path

import pytest

from taskmap.store.stored import stored
from taskmap.workspace.partnerships import called

ROOT = Path(__file__).parents[2]
NAME = "mappings/samarbeid-kystlinjen.yaml"


@pytest.mark.parametrize("name", [".*", "(?s:.)+", "[a-z-]*", "(", "\\w+\\Z"])
def test_what_somebody_asks_for_is_read_letter_by_letter(name):
    path = ROOT / NAME
    documents = [stored(path, NAME, path.read_bytes())]
    found = called("kystlinjen", documents, None)
    assert found is not None
    assert found.id == "kystlinjen"
    assert called(name, documents, None) is None
