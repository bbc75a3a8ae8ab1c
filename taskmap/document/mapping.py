"""A mapping document: text to model, all mistakes at once."""

from taskmap.document.checks import CHECKS
from taskmap.document.draft import Draft
from taskmap.document.fields.mapping import MAPPING
from taskmap.document.reading import Reading, read_document
from taskmap.document.references import names_inside, resolve
from taskmap.document.shapes import Values
from taskmap.document.staffing import staffing_of, works
from taskmap.document.tasks import TaskBuilder, TaskSetting, chain_of
from taskmap.document.vocabulary import vocabulary
from taskmap.document.week import bands_of
from taskmap.model.catalogue import Catalogue
from taskmap.model.finding import Finding
from taskmap.model.mapping import Mapping, RegisteredTotal
from taskmap.model.strain import Strain
from taskmap.model.unit import Country, Organisation, Setting, Unit
from taskmap.yamltext import Table


def read_mapping(
    data: bytes | str, *, file: str, catalogue: Catalogue | None = None
) -> tuple[Mapping | None, tuple[Finding, ...]]:
    """Read one unit's mapping.

    Args:
        data: the document; bytes must be UTF-8.
        file: name told in the findings.
        catalogue: facts to read it by; None: those of the unit's country.

    Returns:
        The mapping, None when a finding is an error, and all findings in the document's order.
    """
    return read_document(
        data,
        file=file,
        look=lambda root, reading: _checked(_draft(root, reading, catalogue)),
        make=_mapping,
    )


def _checked(draft: Draft) -> Draft:
    for check in CHECKS:
        check(draft)
    return draft


def _draft(root: Table, reading: Reading, catalogue: Catalogue | None) -> Draft:
    said = MAPPING.values(root, (), reading)
    catalogue = catalogue or vocabulary(reading)
    resolve(reading, catalogue, names_inside(reading))
    bands = bands_of(said.get("bands", ()), reading)
    staffing = {
        each.path: staffing_of(each, bands, catalogue, reading, said.get("sick_share"))
        for each in said.get("staffing", ())
    }
    by_role = {each.role: each for each in staffing.values()}
    # A role that is not staffed has a finding of its own; here it does not count as away.
    away = frozenset(
        (role, band.id) for role in by_role for band in bands if not works(by_role[role], band.id)
    )
    builder = TaskBuilder(TaskSetting(bands, away, catalogue), reading)
    tasks = {each.path: builder.task(each) for each in said.get("tasks", ())}
    return Draft(reading, said, catalogue, bands, staffing, tasks)


def _mapping(draft: Draft) -> Mapping:
    said = draft.said
    return Mapping(
        unit=_unit(said["unit"]),
        bands=draft.bands,
        staffing=tuple(draft.staffing.values()),
        tasks=tuple(draft.tasks.values()),
        strain_weights=_weights(said.get("strain_weights")),
        registered_total=_total(said.get("registered_total")),
        chains=tuple(chain_of(chain) for chain in said.get("chains", ())),
        **said.only(
            "on",
            "volumes",
            "sick_share",
            "illustrative",
            "source",
            "purpose",
            "delete_after",
            "note",
        ),
    )


def _weights(said: Values | None) -> dict[Strain, float]:
    return {} if said is None else {Strain(mark): w for mark, w in said.by_name.items()}


def _total(said: Values | None) -> RegisteredTotal | None:
    return None if said is None else RegisteredTotal(**said.by_name)


def _unit(said: Values) -> Unit:
    return Unit(
        id=said["id"],
        name=said["name"],
        country=Country(said["country"]),
        setting=Setting(said["setting"]),
        organisation=Organisation(**said["organisation"].by_name),
    )
