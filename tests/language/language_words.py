"""The catalogues as written, and every code the rooms can emit."""

import re
from functools import cache
from pathlib import Path

from taskmap.batch.codes import CODES as BATCH
from taskmap.comparison.outside import NOTES as OUTSIDE
from taskmap.document.codes import CODES as DOCUMENT
from taskmap.exchange.codes import CODES as IMPORTED
from taskmap.language import LANGUAGES
from taskmap.language.catalogue_file import read_words
from taskmap.leon.codes import CODES as PLAN
from taskmap.leon.gates.codes import CODES as GATES
from taskmap.leon.gates.codes import NOTES as PRICE
from taskmap.leon.robustness.codes import NOTES as SAMPLED
from taskmap.serve.codes import CODES as SERVE
from taskmap.sheets.codes import CODES as SHEETS
from taskmap.store.codes import CODES as STORE
from taskmap.workload.codes import CODES as HOURS
from taskmap.workload.codes import NOTES as ASSUMED
from taskmap.yamltext.codes import CODES as TEXT

SOURCE = Path(__file__).parents[2] / "taskmap"
LOCALE = SOURCE / "language/locale"
OURS = sorted(
    {path.stem for path in LOCALE.glob("*/*.po")} - {"ui", "figure"}  # worded beside their pages
)

FINDINGS = {
    **DOCUMENT,
    **TEXT,
    **HOURS,
    **SHEETS,
    **IMPORTED,
    **STORE,
    **SERVE,
    **BATCH,
    "unit.id_shared": ("id",),
    "mapping.kept_too_long": ("value",),
    "question.unit_unknown": ("value", "nearest"),
    "scenario.unit_unknown": ("value", "nearest"),
    "scenario.id_shared": ("id",),
    "followup.several": ("files",),
    "followup.unit_unknown": ("value", "nearest"),
    "input.unit_unknown": ("value", "nearest"),
    "programme.partnership_unknown": ("value", "nearest"),
    "input.id_shared": ("id",),
    "input.role_shared": ("role",),
}
HELD = {code: values for code, values in PLAN.items() if code.startswith("plan.")}
NOTES = {
    **ASSUMED,
    **OUTSIDE,
    **PRICE,
    **SAMPLED,
    **{code: values for code, values in PLAN.items() if not code.startswith("plan.")},
}
RULINGS = {**GATES, **HELD}

_FIELD = re.compile(r"\{(\w+)\}")


@cache
def words(language, domain):
    return read_words(str(LOCALE / language / f"{domain}.po"))


def fields(forms):
    """Names of the values put in; one with a capital is the same value at a sentence's start."""
    return frozenset(name.lower() for name in _FIELD.findall(" ".join(forms)))


def everything(language):
    """Key to forms over our domains."""
    return {key: forms for domain in OURS for key, forms in words(language, domain).items()}


__all__ = [
    "FINDINGS",
    "HELD",
    "LANGUAGES",
    "LOCALE",
    "NOTES",
    "OURS",
    "RULINGS",
    "SOURCE",
    "everything",
    "fields",
    "words",
]
