"""Answers kept on disk as they come, each whole or not at all, for a run that goes on later."""

import json
from pathlib import Path
from typing import Any

from taskmap.batch.work import Answer
from taskmap.document.packed import packed, unpacked
from taskmap.model.finding import Finding
from taskmap.store.disk import Disk
from taskmap.store.durable import prepare, take_place


class Kept:
    """Answers by key below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._disk = Disk()

    def __contains__(self, key: str) -> bool:
        """Whether an answer is kept whole."""
        return self.get(key) is not None

    def get(self, key: str) -> Answer | None:
        """A kept answer; None where there is none, or one that cannot be read."""
        try:
            return _answer(json.loads(self._disk.read(self._path(key))))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer, now and after any crash.

        Raises:
            OSError: the disk refuses.
        """
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(".new")
        prepare(self._disk, new, json.dumps(_plain(answer), ensure_ascii=False).encode())
        take_place(self._disk, new, path)

    def _path(self, key: str) -> Path:
        # Some hundred folders, since a folder of ten thousand files is slow to look into.
        return self._folder / key[:2] / f"{key}.json"


def _plain(answer: Answer) -> dict[str, Any]:
    findings = [packed(finding) for finding in answer.findings]
    return {"unit": answer.unit, "tables": answer.tables, "findings": findings}


def _answer(plain: dict[str, Any]) -> Answer:
    findings = tuple(unpacked(Finding, finding) for finding in plain["findings"])
    return Answer(unit=plain["unit"], tables=plain["tables"], findings=findings)
