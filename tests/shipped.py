"""Which of the shipped documents a long test takes in the ordinary run."""

import pytest


def one_of_each_ordinarily(paths):
    """The first document of each organisation, written in its own style; the others when full."""
    seen, chosen = set(), []
    for path in paths:
        marks = [pytest.mark.full] if path.parent in seen else []
        seen.add(path.parent)
        chosen.append(pytest.param(path, marks=marks))
    return chosen
