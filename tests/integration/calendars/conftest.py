"""Calendar readers by other authors."""

import pytest

from tests.support.calendars import IcalJs, Reader, read_with_vobject


@pytest.fixture(scope="session")
def ical_js(tmp_path_factory: pytest.TempPathFactory) -> IcalJs:
    return IcalJs.installed_in(tmp_path_factory.mktemp("ical.js"))


@pytest.fixture(params=["vobject", "ical.js"])
def read(request: pytest.FixtureRequest) -> Reader:
    """Each reader in turn."""
    if request.param == "vobject":
        return read_with_vobject
    reader: IcalJs = request.getfixturevalue("ical_js")
    return reader
