"""The folder that tests of rights ask about."""

import pytest
from wards import FUND, partnership, ward


@pytest.fixture
def folder(tmp_path):
    """Two organisations, each with a unit, its scenario, a partnership and a fund of its own."""
    for name in ("nord", "sora"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}-1.yaml").write_text(ward(f"{name}-1", name))
        scenario = f"taskmap: scenario/1\nid: sommer\nunit: {name}-1\nname: Sommer\nchanges: {{}}\n"
        (tmp_path / name / f"{name}-1-sommer.yaml").write_text(scenario)
        (tmp_path / f"{name}-sammen.yaml").write_text(partnership(f"{name}-sammen", name))
        fund = FUND.replace("id: furuskar-forebyggande", f"id: {name}-midler", 1)
        fund = fund.replace("partnership: furuskar-uppgiftsvaxling", f"partnership: {name}-sammen")
        (tmp_path / f"{name}-midler.yaml").write_text(fund)
    (tmp_path / "begge.yaml").write_text(partnership("begge", "nord", "sora"))
    return tmp_path
