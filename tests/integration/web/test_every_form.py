"""Every address that takes a form, found in the application: none takes one of another site."""

import re

import pytest
from fastapi.routing import iter_route_contexts

from tests.support.api import Api, Person
from tests.support.openapi import APP
from tests.support.web import Browser, assert_page

BY_ADDRESS = "/fake-payments/"
"""Its secret address, and no session, is what gives access to a payment of the fake provider."""
UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}
FORMS = sorted(
    route.path
    for route in iter_route_contexts(APP.routes)
    if route.path
    and not route.path.startswith(("/api/", BY_ADDRESS))
    and UNSAFE & set(route.methods or ())
)


def test_the_forms_are_found() -> None:
    assert {"/login", "/logout", "/language"} <= set(FORMS)


@pytest.mark.parametrize("path", FORMS)
async def test_a_form_of_another_site_is_refused_everywhere(
    browse: Browser, admin: Person, api: Api, path: str
) -> None:
    """Not even an admin's browser does what another site asks it to."""
    await browse.log_in(admin)
    address = re.sub(r"\{.*?\}", "1", path)
    headers = {"Sec-Fetch-Site": "cross-site", "Origin": "https://elsewhere.example"}
    response = await browse.client.post(address, headers=headers)
    assert_page(response, status=403)
