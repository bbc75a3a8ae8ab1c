"""Where a ruling or figure comes from: act, section, quote and address."""

from collections.abc import Iterable
from dataclasses import dataclass

from taskmap.model.catalogue import Rule, Source
from taskmap.model.units import Names
from taskmap.present.names import Speaker

_OWN = {"NO": "nb", "SE": "sv"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One source as it is shown.

    Args:
        title: the act's section, or title, publisher and year.
        addresses: where it can be read.
        quote: what a rule says, in the country's language or in English; empty for other sources.
        quoted_in: label when the quote is in another language than the page's; else empty.
        quote_language: language code of the quote, for assistive technology.
        doubts: what the reader should know before leaning on it, such as an unchecked rule.
    """

    title: str
    addresses: tuple[str, ...]
    quote: str = ""
    quoted_in: str = ""
    quote_language: str = ""
    doubts: tuple[str, ...] = ()


def references(ids: Iterable[str], speaker: Speaker) -> tuple[Reference, ...]:
    """References for rule ids and source ids, in the order given; unknown ids by their id."""
    return tuple(reference(id_, speaker) for id_ in ids)


def reference(id_: str, speaker: Speaker) -> Reference:
    """The reference of one rule or source."""
    rule = speaker.catalogue.rules.get(id_)
    if rule is not None:
        return _of_rule(rule, speaker)
    source = speaker.catalogue.sources.get(id_)
    return Reference(title=speaker.source(id_), addresses=_addresses([source]))


def _of_rule(rule: Rule, speaker: Speaker) -> Reference:
    language = quote_language(rule.statement, speaker)
    labelled = bool(language) and language != speaker.reader.code
    return Reference(
        title=rule.reference or rule.id,
        addresses=_addresses(speaker.catalogue.sources.get(s) for s in rule.sources),
        quote=rule.statement.get(language, ""),
        quoted_in=speaker.reader.say(f"word.quoted_{language}") if labelled else "",
        quote_language=language,
        doubts=tuple(_doubts(rule, speaker)),
    )


def quote_language(statement: Names, speaker: Speaker) -> str:
    """The language a rule is quoted in: the reader's own where the rule has it, else its country's.

    A rule is law in its country's language alone; we do not translate it further than to English.
    """
    own = _OWN.get(speaker.catalogue.country, "en")
    wishes = (speaker.reader.code, own, "en") if speaker.reader.code in {own, "en"} else (own, "en")
    return next((code for code in wishes if statement.get(code)), "")


def _doubts(rule: Rule, speaker: Speaker) -> Iterable[str]:
    if not rule.verified:
        yield speaker.reader.say("word.unverified")
    if not rule.in_force:
        yield speaker.reader.say("word.not_in_force")


def _addresses(sources: Iterable[Source | None]) -> tuple[str, ...]:
    found = (source.url for source in sources if source is not None and source.url)
    return tuple(dict.fromkeys(found))
