"""The door: where scanners choose an event, and let its people in."""

from fastapi import APIRouter

from src.presentation.web.pages.door import choose, device, scan

router = APIRouter()
# Addresses with a name come before those with a number.
router.include_router(device.router)
router.include_router(choose.router)
router.include_router(scan.router)
