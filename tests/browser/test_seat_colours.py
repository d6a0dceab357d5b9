"""What axe does not see: the colours of the map, computed as the browser paints them."""

import pytest
from playwright.sync_api import Page

from tests.browser.seat_halls import theatre
from tests.support.browser.site import Site


def _opened(page: Page, site: Site) -> Page:
    hall = site.once("theatre", lambda: theatre(site))
    page.goto(f"/events/{hall.event_id}/seats")
    return page


CONTRASTS = """() => {
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    const pixel = (colour) => {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const colour = (element, name = "color") => pixel(getComputedStyle(element)[name]);
    const palette = document.getElementById("seat-palette");
    const named = (name) => colour(palette.querySelector(`[data-colour="${name}"]`));
    return {
        map: colour(document.getElementById("seat-canvas"), "backgroundColor"),
        zones: [...palette.querySelectorAll("[data-zone]")].map((one) => colour(one)),
        onZone: named("onZone"), chosen: named("chosen"), onChosen: named("onChosen"),
        stage: named("stage"), onStage: named("onStage"), cursor: named("cursor"),
    };
}"""


def luminance(colour: list[int]) -> float:
    red, green, blue = (
        part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: list[int], other: list[int]) -> float:
    darker, lighter = sorted((luminance(colour), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
def test_colours_of_seats_differ_from_the_map_and_from_each_other(
    desktop: Page, site: Site
) -> None:
    colours = _opened(desktop, site).evaluate(CONTRASTS)
    for zone in colours["zones"]:
        assert contrast(zone, colours["map"]) >= 3
        assert contrast(zone, colours["onZone"]) >= 4.5
        assert contrast(zone, colours["chosen"]) >= 1.4
    assert contrast(colours["chosen"], colours["map"]) >= 7
    assert contrast(colours["chosen"], colours["onChosen"]) >= 7
    assert contrast(colours["stage"], colours["onStage"]) >= 4.5
    assert contrast(colours["cursor"], colours["map"]) >= 3
    for index, zone in enumerate(colours["zones"]):
        for other in colours["zones"][:index]:
            # Shapes differ as well; the colours alone differ by a quarter of a channel.
            assert max(abs(a - b) for a, b in zip(zone, other, strict=True)) >= 40
