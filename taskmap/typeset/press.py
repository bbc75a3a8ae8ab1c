"""The child's side of typesetting: a template and its data become a file; nothing else is in reach.

Imported by a fresh interpreter for every paper, so it knows typst and little more.
"""

import os
import tempfile
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Literal

import typst

from taskmap.errors import PaperFailed

FONTS = Path(__file__).parent / "fonts"
SHARP = 220  # points an inch, of pictures
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]


def pressed(source: str, data: str, on: date) -> bytes:
    """A template filled in with data, as PDF/A-2a and PDF/UA-1.

    Args:
        source: of the template, whole; it can read no file, for its root is an empty folder.
        data: JSON; it reaches the template as values and is never read as markup.
        on: what the file says it was made on, so that it does not depend on the clock.

    Raises:
        PaperFailed: the template is wrong, or the paper would lack a title, an alternative text
            or a letter.
    """
    made = datetime.combine(on, time(12), UTC)
    return _compiled(source, data, format="pdf", pdf_standards=[*STANDARDS], timestamp=made)


def pictured(source: str, data: str) -> bytes:
    """A template of one page filled in with data, as PNG.

    Raises:
        PaperFailed: the template is wrong.
    """
    return _compiled(source, data, format="png", ppi=SHARP)


def _compiled(source: str, data: str, **form: Any) -> bytes:
    os.environ["RUST_BACKTRACE"] = "0"
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    with tempfile.TemporaryDirectory() as empty:
        compiler = typst.Compiler(
            input=source.encode(),
            root=empty,
            font_paths=fonts,
            sys_inputs={"data": data},
            package_path=empty,
            package_cache_path=empty,
        )
        try:
            paper = compiler.compile(**form)
        except typst.TypstError as error:
            raise PaperFailed(reason=error.message) from error
    if not isinstance(paper, bytes):
        raise PaperFailed(reason=type(paper).__name__)
    return paper
