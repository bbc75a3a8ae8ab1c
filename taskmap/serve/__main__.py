"""`python -m taskmap.serve FILE LANGUAGE`: what `taskmap serve` runs in a process of its own."""

import sys
from pathlib import Path

from taskmap.language import reader
from taskmap.present.findings import message
from taskmap.serve import service, settings


def main(file: Path, language: str) -> int:
    """Serve as the file says, or tell everything that is wrong in it."""
    words = reader(language)
    found, findings = settings.read(file)
    for finding in findings:
        sys.stderr.write(f"{finding.place.file}: {message(finding, words)}\n")
    if found is None:
        return 1
    public = found.public or f"http://{found.address}:{found.port}"
    service.run(found, lambda: _tell(words.say("cli.serve.started", address=public)))
    return 0


def _tell(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
