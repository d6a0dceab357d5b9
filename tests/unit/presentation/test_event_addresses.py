"""Addresses, and the pictures that are made for events."""

import xml.etree.ElementTree as ElementTree

import pytest

from src.domain.entities.event import EventKind
from src.presentation.web.addresses import event_path, referred_id, slug
from src.presentation.web.generated_picture import picture


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Rock Concert", "rock-concert"),
        ("  Straße & Łódź!  ", "strasse-lodz"),
        ("คอนเสิร์ต", ""),
        ("a" * 70, "a" * 60),
        ("../../etc", "etc"),
        ("", ""),
    ],
)
def test_a_title_becomes_words_of_an_address(title: str, expected: str) -> None:
    assert slug(title) == expected
    assert referred_id(event_path(7, title).removeprefix("/events/")) == 7


@pytest.mark.parametrize("reference", ["", "0", "-1", "01", "x", "1x", "9" * 19, "1/2", "٣"])
def test_what_begins_with_no_id_refers_to_nothing(reference: str) -> None:
    assert referred_id(reference) is None


@pytest.mark.parametrize("kind", EventKind)
def test_a_picture_is_small_whole_and_the_same_each_time(kind: EventKind) -> None:
    first = picture(12, kind)
    assert first == picture(12, kind) != picture(13, kind)
    assert len(first) < 6000
    root = ElementTree.fromstring(first)
    assert root.attrib["viewBox"] == "0 0 1200 800"
    assert "style" not in first
    assert "script" not in first


def test_kinds_look_different() -> None:
    assert len({picture(12, kind) for kind in EventKind}) == len(EventKind)
