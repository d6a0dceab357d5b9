"""The door: where scanners choose an event, and let its people in."""

from fastapi import APIRouter

from src.presentation.web.pages.door import choose, device, scan

router = APIRouter()
# Addresses with a name come before those with a number.
for page in (device, choose, scan):
    router.routes.extend(page.router.routes)
