"""Whether a page fits its window: nothing to scroll sideways, no text cut off."""

from typing import Any

from playwright.sync_api import Page

# Seen by nobody: hidden, or kept for screen readers in a box of a pixel.
FIND = """() => {
    const found = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width)
        found.push(`the page is ${document.documentElement.scrollWidth} wide, not ${width}`);
    const name = element => {
        const classes = [...element.classList].map(one => "." + one).join("");
        const text = element.textContent.trim().replace(/\\s+/g, " ").slice(0, 40);
        return `${element.localName}${element.id && "#" + element.id}${classes} "${text}"`;
    };
    const scrolls = element => {
        for (let at = element; at && at !== document.body; at = at.parentElement)
            if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
        return false;
    };
    for (const element of document.body.querySelectorAll("*:not(svg *, option, optgroup)")) {
        const box = element.getBoundingClientRect();
        if (box.width <= 1 || box.height <= 1 || !element.checkVisibility(
            {checkOpacity: true, checkVisibilityCSS: true})) continue;
        if (element.closest("[data-may-clip]") || scrolls(element)) continue;
        if (box.right > width + 1 && box.left < width)
            found.push(`beyond the edge: ${name(element)}`);
        if (/hidden|clip/.test(getComputedStyle(element).overflowX)
            && element.scrollWidth > element.clientWidth + 1 && element.textContent.trim())
            found.push(`cut off: ${name(element)}`);
    }
    return found;
}"""


def check_fits(page: Page, within: str = "") -> None:
    """Fail where a person would have to scroll sideways or cannot read all of a text."""
    found: list[Any] = page.evaluate(FIND)
    assert not found, f"{page.url} {within}\n" + "\n".join(map(str, found))
