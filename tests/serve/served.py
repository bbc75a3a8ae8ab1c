"""The service in a process of its own on a free port, and what is asked of it by hand."""

import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict
    body: bytes

    @property
    def cookie(self):
        return self.headers.get("set-cookie", "").split(";")[0]


@dataclass(frozen=True)
class Served:
    port: int
    log: Path
    running: subprocess.Popen

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def stop(self):
        self.running.terminate()
        self.running.wait(timeout=20)

    def ask(self, path, method="GET", body=None, **headers):
        """One request, with nothing a browser would add or mend."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as asked:
            asked.request(method, path, body=body, headers=named)
            found = asked.getresponse()
            told = {name.lower(): value for name, value in found.getheaders()}
            return Answer(found.status, told, found.read())


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def serving(folder, documents, *, limits="", public="", login="", operation=""):
    """The service over documents, with nothing else said than what is given; stopped after.

    With a login the public address is the one it listens on.
    """
    port = free_port()
    public = public or (f"http://127.0.0.1:{port}" if login else "")
    public = f'public = "{public}"\n' if public else ""
    login = f"[login]\n{login}" if login else ""
    file = folder / "taskmap.toml"
    file.write_text(
        f'documents = "{documents}"\n[server]\nport = {port}\n{public}[limits]\n{limits}\n'
        f"{operation}\n{login}"
    )
    log = folder / "log.txt"
    with log.open("wb") as opened:
        asked = ["serve", "--config", str(file), "--lang", "sv"]
        command = [sys.executable, "-c", "from taskmap.cli import main; main()", *asked]
        running = subprocess.Popen(command, cwd=ROOT, env=_bare(), stderr=opened, stdout=opened)
    served = Served(port, log, running)
    try:
        _wait(served, running)
        yield served
    finally:
        served.stop()


def _bare():
    """The environment without what would set Streamlit from outside."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("STREAMLIT_", "TASKMAP_F"))}


def _wait(served, running):
    for _ in range(600):
        assert running.poll() is None, served.log.read_text()
        try:
            if served.ask("/_stcore/health").status == 200:
                return
        except OSError:
            time.sleep(0.25)
    raise TimeoutError(served.address)
