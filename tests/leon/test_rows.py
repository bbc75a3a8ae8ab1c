"""Somebody notices when a family of rows is gone; none is there for nothing."""

import pytest

from taskmap.leon import programme
from taskmap.model.ruling import Gate
from tests.leon.rows import LEAST, binding, gate_noticed, name_of, noticed


@pytest.mark.parametrize("rows", programme.ROWS, ids=name_of)
def test_the_loss_of_a_family_is_noticed(rows):
    assert noticed(rows, range(240)) is not None


@pytest.mark.full
def test_every_family_binds_in_a_tenth_of_the_generated_units():
    counts = binding(range(150))
    rare = {name_of(rows): counts[name_of(rows)] for rows in programme.ROWS}
    assert all(count >= LEAST * 150 for count in rare.values()), rare


@pytest.mark.parametrize("gate", list(Gate), ids=str)
def test_the_loss_of_a_gate_is_noticed(gate):
    lets, stops = gate_noticed(gate)
    assert lets is not None
    assert stops is not None
