"""A service with a login, and the provider it asks: one of each for all who log in."""

import shutil

import pytest

from tests.serve.provider import CLIENT, SECRET, providing
from tests.serve.served import ROOT, serving


@pytest.fixture(scope="session")
def there():
    with providing() as found:
        yield found


@pytest.fixture(scope="session")
def desk(there, tmp_path_factory):
    """The service, over units of two organisations."""
    folder = tmp_path_factory.mktemp("desk")
    for organisation in ("solvik", "granmo"):
        shutil.copytree(ROOT / "mappings" / organisation, folder / "mappings" / organisation)
    (folder / "secret.txt").write_text(f"{SECRET}\n")
    login = {"issuer": there.issuer, "client_id": CLIENT, "client_secret_file": "secret.txt"}
    told = "".join(f'{name} = "{value}"\n' for name, value in login.items())
    with serving(folder, "mappings", login=told) as found:
        yield found


@pytest.fixture
def provider(there):
    """The provider, as it is when nothing was changed."""
    there.back()
    return there
