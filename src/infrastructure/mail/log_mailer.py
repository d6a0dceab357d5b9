"""Mail that is written to the log instead of being sent, for development."""

import structlog

log = structlog.get_logger()


class LogMailer:
    """Implements `Mailer` without a mail server. `confirm_at` is the address that takes tokens."""

    def __init__(self, confirm_at: str) -> None:
        self._confirm_at = confirm_at

    async def send_verification(self, email: str, name: str, token: str) -> None:
        log.info("verification_mail", post_to=self._confirm_at, token=token)
