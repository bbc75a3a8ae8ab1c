"""The terminal: help at once, language, colours, widths, wrong use."""

import os
import re
import subprocess
import sys

import pytest
from running import ROOT, WARD

from taskmap import __version__
from taskmap.cli.drawing import columns, draw, wrapped
from taskmap.cli.outline import COMMANDS
from taskmap.cli.output import Output, colours
from taskmap.cli.spoken import spoken, without_language
from taskmap.cli.working import clear, working
from taskmap.language import reader
from taskmap.present.table import Cell, Column, Table

HEAVY = {"pandas", "plotly", "streamlit", "highspy", "networkx", "numpy", "babel", "yaml", "click"}
HELP = "import sys; from taskmap.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"


def test_help_loads_nothing_heavy():
    program = f"{HELP}sys.stderr.write(' '.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert not HEAVY & set(run.stderr.decode().split())
    assert b"suggest" in run.stdout


@pytest.mark.parametrize(("language", "word"), [("nb", "Bruk:"), ("sv", "Användning:")])
def test_help_is_in_the_language_asked_for(taskmap, language, word):
    assert word in taskmap("--help", "--lang", language).out
    assert word in taskmap("suggest", "--help", "--lang", language).out
    assert taskmap("--lang", language).out == taskmap("--help", f"--lang={language}").out


@pytest.mark.parametrize("command", ["check", "show", "suggest", "graph"])
def test_every_option_of_a_command_has_words(taskmap, command):
    said = taskmap(command, "--help", "--lang", "nb")
    assert said.status == 0
    assert "cli." not in said.out


@pytest.mark.parametrize("language", ["nb", "sv"])
def test_what_stands_for_the_readers_own_words_is_in_the_readers_language(taskmap, language):
    say = {code: reader(code).say for code in (language, "en")}
    places = [key for key in reader("en").keys("cli") if key.startswith("cli.place.")]
    english = {say["en"](key) for key in places if say["en"](key) != say[language](key)}
    helps = [taskmap(name, "--help", "--lang", language) for name in COMMANDS]
    assert {each.status for each in helps} == {0}
    told = "".join(each.out for each in helps)
    assert not english & set(re.findall(r"[A-Z]{2,}", told)) - {say[language](k) for k in places}
    assert say[language]("cli.place.unit") in told


def test_the_version_is_told(taskmap):
    assert taskmap("--version").out == f"taskmap {__version__}\n"


def test_the_locale_decides_where_nothing_is_asked(monkeypatch):
    monkeypatch.setenv("LC_ALL", "nn_NO.UTF-8")
    assert spoken([]) == "nb"
    assert spoken(["check", "--lang", "sv"]) == "sv"
    monkeypatch.delenv("LC_ALL")
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    assert spoken(["check"]) == "sv"


def test_the_language_may_stand_anywhere(taskmap):
    assert without_language(["--lang", "nb", "show", "--lang=sv", "x"]) == ["show", "x"]
    assert taskmap("--lang", "sv", "check", WARD).out == taskmap("check", WARD, "--lang", "sv").out


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("chekc",), "Kommandoen finnes ikke."),
        (("suggest",), "ENHET mangler."),
        (("suggest", "x", "--move", "2"), "Mente du «--moves»?"),
        (("suggest", "x", "--moves", "-1"), "--moves må være et helt tall, minst 0."),
        (("suggest", "x", "--price", "gold"), "--price må være en av level, cost, scarcity."),
        (("show", "x", "--date", "i dag"), "--date kan ikke være «i dag»."),
        (("show", "x", "--format", "xml"), "--format må være en av text, json."),
    ],
)
def test_wrong_use_is_told_in_words_with_status_two(taskmap, args, told):
    said = taskmap(*args, "--lang", "nb")
    assert (said.status, said.out) == (2, "")
    assert told in said.err


def test_a_language_we_do_not_speak_is_wrong_use(taskmap):
    said = taskmap("check", WARD, "--lang", "da")
    assert said.status == 2
    assert "nb, sv, en" in said.err


class _Screen:
    def isatty(self):
        return True


def test_colours_are_for_terminals_that_want_them(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert colours(_Screen())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colours(_Screen())
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not colours(_Screen())


def test_wide_letters_and_combining_marks_keep_columns_straight():
    assert columns("日本") == 4
    assert columns("a\N{COMBINING RING ABOVE}") == 1
    told = Table("t", (Column("x"), Column("n", figures=True)), _rows("日本", "a\u030a", "abc"))
    _, body = draw(told, 60)
    assert {columns(lines[0]) for lines in body} == {columns("日本") + 2 + 3}


def _rows(*names):
    return tuple((Cell(name), Cell("100")) for name in names)


def test_words_wrap_and_figures_do_not():
    told = Table("t", (Column("oppgave"), Column("timer i uka", figures=True)), _rows("lang " * 20))
    head, body = draw(told, 30)
    assert all(columns(line) <= 30 for line in (*head, *body[0]))
    assert body[0][0].endswith("100")
    assert len(body[0]) > 1


@pytest.mark.parametrize("text", ["", "ett", "et par ord " * 9, "x" * 50, "a " + "y" * 30 + " b"])
def test_wrapping_loses_no_letter(text):
    lines = wrapped(text, 12)
    assert all(columns(line) <= 12 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_reader_who_has_seen_enough_is_no_mistake():
    command = f"{sys.executable} -m taskmap show {WARD} --lang nb | head -1"
    run = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        cwd=ROOT,
        check=False,
        env={**os.environ, "COLUMNS": "100"},
    )
    assert run.stdout.decode() == "Liten post\n"
    assert run.stderr == b""


@pytest.mark.parametrize(
    ("line", "status", "told"),
    [
        ("show {ward} | true", None, ""),  # 0 or 1, as it had written all or not
        ("--help | true", 0, ""),
        ("check {ward} >&-", 0, ""),
        ("--version > /dev/full", 1, "No space left"),
        ("check {ward} --format json > /dev/full", 1, "No space left"),
    ],
)
def test_no_end_of_the_output_brings_a_traceback(line, status, told):
    command = f"{sys.executable} -m taskmap {line.format(ward=WARD)}; exit ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, check=False)
    assert status in (None, run.returncode)
    assert told in run.stderr.decode()
    assert run.stderr.count(b"\n") <= 1


def test_letters_a_terminal_does_not_have_are_replaced():
    command = [sys.executable, "-m", "taskmap", "show", str(WARD), "--lang", "nb"]
    narrow = {**os.environ, "PYTHONIOENCODING": "ascii"}
    run = subprocess.run(command, capture_output=True, cwd=ROOT, check=False, env=narrow)
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout.isascii()


def test_how_far_the_work_has_come_is_told_where_someone_is_looking_and_nowhere_else(monkeypatch):
    out = Output(reader("nb"))
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8", buffering=1) as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        told = working(out)
        told("place", 0.42)
        clear()
        assert "Regner … 42" in os.read(ours, 1000).decode().replace("\N{NO-BREAK SPACE}", " ")
    os.close(ours)
    read, write = os.pipe()
    with os.fdopen(write, "w", encoding="utf-8") as piped, os.fdopen(read, encoding="utf-8"):
        monkeypatch.setattr(sys, "stderr", piped)
        assert working(out) is None
