"""What `taskmap --help` says: the commands, one line each."""

from taskmap.language import reader

COMMANDS = (
    "app",
    "check",
    "show",
    "suggest",
    "scenario",
    "compare",
    "measures",
    "workload",
    "batch",
    "wisn",
    "fund",
    "supply",
    "training",
    "graph",
    "import",
    "export",
    "report",
    "template",
    "store",
    "forget",
    "audit",
    "serve",
)
TOOLS = ("test",)  # run by the set-up, before there is an environment


def outline(language: str, program: str) -> str:
    """The commands and how to learn more of one."""
    say = reader(language).say
    known = (*COMMANDS, *TOOLS)
    wide = max(map(len, known)) + 2
    lines = [f"  {name.ljust(wide)}{say(f'cli.{name}.short')}" for name in known]
    return "\n".join(
        (
            say("cli.what"),
            "",
            f"{say('cli.usage')}: {program} {say('cli.usage_command')}",
            "",
            *lines,
            "",
            say("cli.more", program=program),
            "",
        )
    )
