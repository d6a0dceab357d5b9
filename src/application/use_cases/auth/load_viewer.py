"""Load the viewer of a page by the secret in the browser's cookie."""

from src.application.dtos.viewer import Viewer
from src.application.identity.load_viewers import ViewerLanes
from src.application.ports.security import WebSessionSecrets


class LoadViewer:
    """Load the viewer of a page; None where the session has ended or never was.

    The session and its account are read each time, so that a log-out, a deactivation or a new
    password applies immediately; concurrent requests share the query.
    Raises Unavailable.
    """

    def __init__(self, secrets: WebSessionSecrets, viewer_lanes: ViewerLanes) -> None:
        self._secrets = secrets
        self._viewer_lanes = viewer_lanes

    async def execute(self, secret: str) -> Viewer | None:
        # What this service has not signed costs no query.
        if not self._secrets.is_ours(secret):
            return None
        return await self._viewer_lanes.submit(None, self._secrets.hash(secret))
