"""A small page of our own for those who are not let in: what happened, and a way on."""

from html import escape
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse

from taskmap.language import best_language, reader
from taskmap.serve.login_ways import LOGIN

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Taskmap</title>
<style>
body {{ margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #111; background: #fff; }}
main {{ max-width: 34rem; margin: 12vh auto; padding: 0 1.25rem; }}
h1 {{ font-size: 1.6rem; line-height: 1.25; }}
a {{ display: inline-block; margin-top: .75rem; padding: .6rem 1.1rem; border-radius: .4rem;
  color: #fff; background: #005a8c; text-decoration: none; }}
a:hover {{ background: #004369; }}
a:focus-visible {{ outline: 3px solid #111; outline-offset: 2px; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{sentence}</p>
<p><a href="{there}">{enter}</a></p>
</main>
</body>
</html>
"""


def notice(request: Request, what: str, status: HTTPStatus = HTTPStatus.OK) -> HTMLResponse:
    """Tell somebody what happened, in the language of their browser.

    Args:
        request: theirs.
        what: one of those ``login.*.title`` has words for.
        status: of the answer.
    """
    language = best_language(request.headers.get("accept-language"))
    words = reader(language)
    told = {
        "language": language,
        "title": words.say(f"login.{what}.title"),
        "sentence": words.say(f"login.{what}"),
        "enter": words.say("login.enter"),
        "there": LOGIN,
    }
    text = _PAGE.format(**{name: escape(value) for name, value in told.items()})
    return HTMLResponse(text, status, headers={"vary": "Accept-Language"})
