"""All three languages say everything, with the same fields, and nothing more."""

import re

import pytest
from babel.messages.pofile import read_po
from language_words import (
    FINDINGS,
    HELD,
    LANGUAGES,
    LOCALE,
    NOTES,
    OURS,
    RULINGS,
    SOURCE,
    everything,
    fields,
    words,
)

from taskmap.errors import TaskmapError
from taskmap.language.catalogue_file import read_words
from taskmap.present.values import WORDS

DOMAINS = sorted({path.stem for path in LOCALE.glob("*/*.po")})


@pytest.mark.parametrize("domain", DOMAINS)
def test_translators_programs_read_the_same_as_we_do(domain):
    for language in LANGUAGES:
        path = LOCALE / language / f"{domain}.po"
        with path.open("rb") as file:
            other = {
                _first(m.id): m.string if isinstance(m.string, tuple) else (m.string,)
                for m in read_po(file, locale=language)
                if m.id
            }
        assert read_words(str(path)) == other


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_key_stands_in_every_language_with_the_same_fields(domain):
    known = {language: words(language, domain) for language in LANGUAGES}
    assert set(known["nb"]) == set(known["sv"]) == set(known["en"])
    for key, forms in known["nb"].items():
        for language in ("sv", "en"):
            # One of two plural forms may say "once" without the number.
            assert fields(known[language][key]) == fields(forms), (language, key)
            assert len(known[language][key]) == len(forms), (language, key)


@pytest.mark.parametrize(
    ("prefix", "codes", "given"),
    [
        ("finding", FINDINGS, ()),
        ("ruling", RULINGS, ("task", "role")),
        ("note", NOTES, ()),
        ("move.cut", HELD, ("receiver", "bands")),
    ],
)
def test_every_code_has_words_that_ask_for_no_more_than_it_carries(prefix, codes, given):
    known = everything("nb")
    shortages = {"full", "not_mapped", "no_hours", "trained", "supervisor", "two_capable"}
    for code, values in codes.items():
        if prefix == "move.cut" and code.removeprefix("plan.") not in shortages:
            continue
        key = f"{prefix}.{code}"
        assert key in known, key
        for name, forms in known.items():
            if name == key or _belongs(name, key):
                assert fields(forms) <= {*values, *given}, name


def test_every_refusal_has_words():
    known = everything("nb")
    refusals = _below(TaskmapError)
    assert {f"error.{refused.code}" for refused in refusals} <= set(known)


def test_no_key_is_left_over():
    text = "\n".join(path.read_text() for path in sorted(SOURCE.rglob("*.py")))
    patterns = _patterns(text)
    coded = {"finding": FINDINGS, "ruling": RULINGS, "note": NOTES}
    left_over = [
        key
        for key in everything("nb")
        if not _is_of_a_code(key, coded)
        and f'"{key}"' not in text
        and f"'{key}'" not in text
        and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert left_over == []


def test_norwegian_is_norwegian_and_swedish_is_swedish():
    assert not [k for k, f in everything("nb").items() if re.search("[äöÄÖ”“]", " ".join(f))]
    assert not [k for k, f in everything("sv").items() if re.search("[æøÆØ«»“]", " ".join(f))]
    assert not [k for k, f in everything("en").items() if re.search("[æøåäöÆØÅÄÖ«»]", " ".join(f))]


ENGLISH = re.compile(
    r"\b(the|and|of|not|is|are|with|this|that|has|have|must|task|role|unit|hours?|week)\b"
)
# Written on the command line or in the file, and the same in every language.
AS_WRITTEN = re.compile(r"[«”].*?[»”]|\(\w+\)|--\w+|node-link")


@pytest.mark.parametrize("language", ["nb", "sv"])
def test_no_english_is_left(language):
    told = {key: AS_WRITTEN.sub("", " ".join(f)) for key, f in everything(language).items()}
    found = {key: ENGLISH.findall(_FIELDS.sub("", words)) for key, words in told.items()}
    assert not {key: words for key, words in found.items() if words and not _same(key)}


def _same(key):
    return key.startswith("word.expected")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_move_is_called_what_the_house_calls_it(language):
    refused = {"nb": "skift(e|es|et|ing)?", "sv": "skift|överlämna(s|t)?", "en": "shift|handover"}
    found = [
        key
        for key, forms in everything(language).items()
        if re.search(rf"\b({refused[language]})\b", " ".join(forms).lower())
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_end_like_sentences(language):
    for domain in ("ruling", "note", "error"):
        for key, forms in everything(language).items():
            told = key.startswith(f"{domain}.") and not re.search(r"\.(column|title)", key)
            if told:
                assert all(form.endswith((".", "?", "}")) for form in forms), key


_FIELDS = re.compile(r"\{\w+\}")


def _first(ids):
    return ids[0] if isinstance(ids, tuple) else ids


def _belongs(key, code):
    """Whether a key is a variant of a code's words: its way out, or words for a special value."""
    tail = key.removeprefix(f"{code}.")
    return tail != key and re.fullmatch(r"way|nearest|own|today|no_\w+", tail) is not None


def _is_of_a_code(key, coded):
    domain, _, rest = key.partition(".")
    return any(rest == code or _belongs(rest, code) for code in coded.get(domain, ()))


def _below(kind):
    found = set()
    for sub in kind.__subclasses__():
        found |= {sub} | _below(sub)
    return found


def _patterns(text):
    """Keys put together in the code, with what is put in left open."""
    domains = "|".join(OURS)
    literals = set(re.findall(rf"""f["']((?:{domains})\.[^"']*\{{[^"']*)["']""", text))
    return [
        re.compile(re.sub(r"\\\{.*?\\\}", r"[\\w.]+", re.escape(literal)))
        for literal in sorted(literals)
        if not re.match(r"(finding|ruling|note)\.\{", literal)
    ] + [re.compile(rf"word\.({'|'.join(_spoken())})\.\w+")]


def _spoken():
    return sorted(prefix.removeprefix("word.") for prefix in WORDS.values())
