"""Which of our languages a locale text asks for."""

LANGUAGES = ("nb", "sv", "en")

_ASKED = {"no": "nb", "nn": "nb", "nb": "nb", "sv": "sv"}


def best_language(locale_text: str | None) -> str:
    """The language for a locale such as ``nn-NO``, ``sv_SE.UTF-8`` or a browser's list.

    Of a browser's list (``da,sv;q=0.8``) the first that is ours is taken; without any, English.
    """
    for wish in (locale_text or "").split(","):
        tag = wish.split(";")[0].strip().lower().replace("_", "-").split("-")[0].split(".")[0]
        if tag in _ASKED:
            return _ASKED[tag]
        if tag == "en":
            return "en"
    return "en"
