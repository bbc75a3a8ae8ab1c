import re
from pathlib import Path

import pytest

import taskmap.leon
import taskmap.workload
from taskmap.leon.gates import codes as leon
from taskmap.workload import codes as workload

HOME = Path(taskmap.leon.__file__).parent
GATES = [*(HOME / "gates").glob("*.py"), HOME / "price.py"]
WORKLOAD = list(Path(taskmap.workload.__file__).parent.glob("*.py"))


@pytest.mark.parametrize(
    ("files", "declared", "pattern"),
    [
        (GATES, leon, r'"((?:law|policy|competence|risk|continuity|capacity|price)\.\w+)"'),
        (WORKLOAD, workload, r'"(workload\.\w+)"'),
    ],
)
def test_every_code_used_is_declared_and_every_declared_code_is_used(files, declared, pattern):
    used = {
        code
        for file in files
        if file.name != "codes.py"
        for code in re.findall(pattern, file.read_text(encoding="utf-8"))
    }
    assert used == {*declared.CODES, *declared.NOTES}
