"""Tickets in the wallets of phones."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from src.presentation.schemas.fields import with_example


class SaveLinkAnswer(BaseModel):
    """A link that saves the ticket, of as much value as the ticket itself."""

    model_config = with_example(
        {"save_url": "https://pay.google.com/gp/v/save/eyJhbGciOiJSUzI1NiJ9.eyJ0eXAiOiJz.Xk2"}
    )

    save_url: str = Field(description="Opened by the holder, who saves the pass there.")


class AppleDeviceBody(BaseModel):
    """What a device sends when a pass is added; the names are Apple's."""

    model_config = with_example({"pushToken": "0b9c1f5a7e"})

    push_token: Annotated[str, StringConstraints(pattern=r"^[\x21-\x7e]{1,200}$")] = Field(
        alias="pushToken"
    )


class UpdatedPassesAnswer(BaseModel):
    """The passes of a device that have changed; the names are Apple's."""

    model_config = ConfigDict(
        **with_example({"serialNumbers": ["4711-1"], "lastUpdated": "1795953540"}),
        serialize_by_alias=True,
    )

    serial_numbers: list[str] = Field(serialization_alias="serialNumbers")
    last_updated: str = Field(serialization_alias="lastUpdated")
