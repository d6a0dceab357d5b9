"""ETags: `If-None-Match` spares the body, `If-Match` names the version that was seen."""

import json

import pytest
from fastapi import Request, Response
from pydantic import BaseModel

from src.domain.errors import StaleVersion
from src.domain.repositories.page import Page
from src.domain.shared.transitions import require_version
from src.presentation.dependencies.preconditions import expected_version
from src.presentation.utils.encoding import as_json_list, encode
from src.presentation.utils.responses import paginated, resource, shared_page, updated


class Thing(BaseModel):
    name: str


def request(if_none_match: str | None = None) -> Request:
    headers = [] if if_none_match is None else [(b"if-none-match", if_none_match.encode())]
    return Request({"type": "http", "method": "GET", "path": "/", "headers": headers})


def answer(name: str = "one", *, version: int = 3, known: str | None = None) -> Response:
    """The answer to a GET by a client that knows these tags."""
    return resource(request(known), Thing(name=name), version=version)


TAG = answer().headers["etag"]


def test_a_tag_has_the_version_and_a_digest() -> None:
    version, digest = TAG.strip('"').split("-")
    assert version == "3"
    assert int(digest, 16)


def test_a_tag_changes_with_the_content_and_with_the_version_alone() -> None:
    tags = {TAG, answer("two").headers["etag"], answer(version=4).headers["etag"]}
    assert len(tags) == 3
    assert answer().headers["etag"] == TAG


def test_an_edit_answers_the_tag_that_a_read_would() -> None:
    assert updated(Thing(name="one"), version=3).headers["etag"] == TAG


@pytest.mark.parametrize("known", [TAG, f"W/{TAG}", f'"other", {TAG}', f"W/{TAG},", "*"])
def test_the_body_is_spared_when_the_client_has_it(known: str) -> None:
    response = answer(known=known)
    assert (response.status_code, response.body) == (304, b"")
    assert response.headers["etag"] == TAG


@pytest.mark.parametrize("known", [None, "", '"other"', TAG.strip('"'), f"x{TAG}"])
def test_the_body_is_sent_when_the_client_has_another(known: str | None) -> None:
    response = answer(known=known)
    assert (response.status_code, response.body) == (200, b'{"name":"one"}')


def test_the_body_is_sent_when_only_the_counters_changed() -> None:
    assert answer("two", known=TAG).status_code == 200


def test_a_list_has_a_tag_of_its_content() -> None:
    def get(*names: str, known: str | None = None) -> Response:
        things = Page([Thing(name=name) for name in names])
        return shared_page(request(known), encode(as_json_list(things.items)), things)

    tag = get("one", "two").headers["etag"]
    assert json.loads(bytes(get("one", "two").body)) == [{"name": "one"}, {"name": "two"}]
    assert get("one", "two", known=tag).status_code == 304
    assert get("two", "one", known=tag).status_code == 200
    assert (
        "etag" not in paginated(request(), Page([Thing(name="one")]), lambda thing: thing).headers
    )


@pytest.mark.parametrize("if_match", [None, "*", " * "])
def test_no_version_is_expected_when_the_client_names_none(if_match: str | None) -> None:
    assert expected_version(if_match) is None


@pytest.mark.parametrize("if_match", [TAG, f"W/{TAG}", f" {TAG} ", f'"2-abc", {TAG}', '"3"'])
def test_the_version_of_a_tag_is_expected(if_match: str) -> None:
    assert expected_version(if_match) == 3


def test_the_counters_in_a_tag_do_not_make_an_edit_stale() -> None:
    assert expected_version(answer("two").headers["etag"]) == expected_version(TAG)


@pytest.mark.parametrize("if_match", ["", '""', '"abc"', '"abc-3"', '"-3"', "garbage", ","])
def test_a_tag_that_was_never_ours_is_stale(if_match: str) -> None:
    with pytest.raises(StaleVersion):
        expected_version(if_match)


@pytest.mark.parametrize("expected", [None, 3])
def test_an_edit_of_the_stored_version_passes(expected: int | None) -> None:
    require_version(3, expected)


@pytest.mark.parametrize("expected", [2, 4, 0])
def test_an_edit_of_another_version_is_stale(expected: int) -> None:
    with pytest.raises(StaleVersion):
        require_version(3, expected)
