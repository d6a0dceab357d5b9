"""The camera at the door: a real stream of a video with a ticket.

Chromium for Linux cannot detect barcodes. So its detector alone is played here, by what decodes
the very frames that the page sees; everything around it is the page's own.
"""

import base64
from collections.abc import Iterator
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.support.browser.door import SiteDoor, open_site_door, video_of
from tests.support.browser.site import Site
from tests.support.product import wait_until

DETECTOR = """
globalThis.BarcodeDetector = class {
    static async getSupportedFormats() { return FORMATS; }
    async detect(video) {
        const canvas = document.createElement("canvas");
        canvas.width = video.videoWidth;
        canvas.height = video.videoHeight;
        canvas.getContext("2d").drawImage(video, 0, 0);
        const code = await decodeFrame(canvas.toDataURL("image/png"));
        return code ? [{rawValue: code}] : [];
    }
};
"""


@pytest.fixture(scope="module")
def door(site: Site) -> SiteDoor:
    return open_site_door(site)


@pytest.fixture(scope="module")
def browser_options(
    door: SiteDoor, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, ...]]:
    """A camera that looks at a ticket."""
    video = tmp_path_factory.mktemp("camera") / "ticket.y4m"
    video.write_bytes(video_of(door.token(door.ticket())))
    yield (
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={video}",
    )


def decode(address: str) -> str:
    with Image.open(BytesIO(base64.b64decode(address.partition(",")[2]))) as frame:
        found = zxingcpp.read_barcodes(frame.convert("L"))
    return found[0].text if found else ""


def open_door(page: Page, door: SiteDoor) -> None:
    page.goto(door.path)
    expect(page.locator("#state")).to_contain_text("List of")


def test_ticket_in_front_of_the_camera_is_let_in_and_is_one_scan(
    open_page: OpenPage, door: SiteDoor
) -> None:
    page = open_page("phone", who=door.scanner)
    page.expose_function("decodeFrame", decode)
    page.add_init_script(DETECTOR.replace("FORMATS", '["qr_code"]'))
    open_door(page, door)
    page.get_by_role("button", name="Scan with the camera").click()
    expect(page.locator("#verdict-word")).to_have_text("Let in")
    page.keyboard.press("Enter")
    # It is still held up: nothing is scanned again.
    seen_for = "document.getElementById('video').currentTime"
    wait_until(lambda: bool(page.evaluate(seen_for) > 1.5), 15)
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_role("button", name="Stop the camera").click()
    expect(page.locator("#video")).to_be_hidden()
    page.reload()
    page.get_by_role("button", name="Scan with the camera").click()
    expect(page.locator("#verdict-word")).to_have_text("Stop")
    expect(page.get_by_role("dialog")).to_contain_text("Already used")


@pytest.mark.parametrize("script", ["", DETECTOR.replace("FORMATS", "[]")], ids=["none", "empty"])
def test_camera_is_not_offered_where_the_browser_reads_no_qr_codes(
    open_page: OpenPage, door: SiteDoor, script: str
) -> None:
    page = open_page("phone", who=door.scanner)
    page.add_init_script(script)
    open_door(page, door)
    expect(page.get_by_role("button", name="Scan with the camera")).to_be_hidden()
    expect(page.get_by_label("Photo of the code")).to_be_attached()
