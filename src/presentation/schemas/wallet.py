"""Tickets in the wallets of phones."""

from pydantic import BaseModel, Field

from src.presentation.schemas.fields import with_example


class SaveLinkAnswer(BaseModel):
    """A link that saves the ticket, of as much value as the ticket itself."""

    model_config = with_example(
        {"save_url": "https://pay.google.com/gp/v/save/eyJhbGciOiJSUzI1NiJ9.eyJ0eXAiOiJz.Xk2"}
    )

    save_url: str = Field(description="Opened by the holder, who saves the pass there.")
