"""A post that plans and sends the mails of the shared application."""

import pytest

from tests.support.api import Api
from tests.support.mails import Post


@pytest.fixture
def post(api: Api) -> Post:
    return Post(api.container)
