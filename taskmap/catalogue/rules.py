"""Rules of law and the sources of every fact, from the data files."""

from taskmap.catalogue.entry import Entry
from taskmap.catalogue.roles import Roles
from taskmap.model.catalogue import Effect, Rule, Source
from taskmap.model.ruling import Condition
from taskmap.model.units import RuleId, SourceId


def rules(file: Entry, roles: Roles, language: str) -> dict[RuleId, Rule]:
    """A country's rules; each is told in the country's language and in English."""
    quoted = (language, "en")
    return {rule.id: rule for rule in (_rule(e, roles, quoted) for e in file.each("rules"))}


def sources(file: Entry) -> dict[SourceId, Source]:
    """Sources by id."""
    found = [
        Source(
            id=entry.text("id"),
            title=entry.text("title"),
            publisher=entry.text("publisher"),
            year=entry.maybe_whole("year"),
            url=entry.maybe_text("url"),
        )
        for entry in file.each("sources")
    ]
    return {source.id: source for source in found}


def _rule(entry: Entry, roles: Roles, quoted: tuple[str, ...]) -> Rule:
    named = entry.ids("roles")
    needs = entry.maybe_text("needs")
    return Rule(
        id=entry.text("id"),
        effect=Effect(entry.text("effect")),
        tags=entry.ids("tags"),
        # No role named: the rule is about the work, whoever does it.
        roles=roles.spelled_out(named, entry.place) if named else None,
        roles_are=entry.text("roles_are", "performer"),
        exception_to=entry.ids("exception_to"),
        delegation=entry.text("delegation"),
        needs=Condition(needs).value if needs else None,
        in_force=entry.yes("in_force", default=True),
        verified=entry.yes("verified", default=True),
        kind=entry.text("kind"),
        statement=entry.names("statement", quoted),
        conditions=entry.maybe_names("conditions", quoted),
        reference=entry.text("reference"),
        sources=entry.ids("sources"),
        note=entry.maybe_text("note"),
    )
