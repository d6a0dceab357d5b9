"""Mails from Jinja templates: one source for HTML and plain text."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.environment import Template
from markupsafe import Markup

from src.application.dtos.mail import MailContent, MailEvent, MailTicket
from src.application.ports.mail import RenderedMail
from src.infrastructure.mail.phrases import (
    FALLBACK,
    Language,
    isolated,
    one_line,
    read_languages,
)

TEMPLATES = Path(__file__).parent / "templates"
LONGEST_SUBJECT = 150
MANY_BREAKS = re.compile(r"\n{3,}")
TRAILING_BLANKS = re.compile(r"[ \t]+\n")


class TemplateMailRenderer:
    """Implements `MailRenderer`.

    Files in `own_templates` replace those of the product, one by one; a language file there need
    only have the sentences that differ.
    """

    def __init__(self, shop_name: str, own_templates: Path | None) -> None:
        folders = [*([own_templates] if own_templates is not None else []), TEMPLATES]
        self._shop_name = shop_name
        self._languages = read_languages(folders)
        loader = ChoiceLoader([FileSystemLoader(folder) for folder in folders])
        self._html = _environment(loader, autoescape=True)
        self._text = _environment(loader, autoescape=False)

    def render(self, content: MailContent) -> RenderedMail:
        language = self._languages.get(content.language, self._languages[FALLBACK])
        facts = _Facts(content, language, self._shop_name)
        subject = one_line(facts.plain("subject"), at_most=LONGEST_SUBJECT)
        return RenderedMail(
            subject=subject,
            text=_tidy(self._render(self._text, "text", "txt", facts.in_text(), content)),
            html=self._render(
                self._html, "html", "html", {**facts.in_html(), "subject": subject}, content
            ),
        )

    def _render(
        self,
        environment: Environment,
        parts: str,
        suffix: str,
        values: dict[str, Any],
        content: MailContent,
    ) -> str:
        ui = environment.get_template(f"parts/{parts}.jinja").make_module(values)
        body: Template = environment.get_template(f"{content.kind}.jinja")
        written = body.render({**values, "ui": ui})
        values["body"] = Markup(written) if environment.autoescape else written  # noqa: S704
        return environment.get_template(f"layout.{suffix}").render({**values, "ui": ui})


class _Facts:
    """The values of a mail, as its sentences and templates take them."""

    def __init__(self, content: MailContent, language: Language, shop_name: str) -> None:
        self._content = content
        self._language = language
        zones = {event.timezone for event in content.events}
        zone = zones.pop() if len(zones) == 1 else "UTC"
        first = content.events[0] if content.events else None
        self._money = (
            language.money(content.amount, content.currency)
            if content.amount is not None and content.currency is not None
            else ""
        )
        self._deadline = language.when(content.deadline, zone) if content.deadline else ""
        self._known = {
            "shop": shop_name,
            "name": content.name,
            "title": language.titles([event.title for event in content.events]),
            "reference": content.reference or "",
            "amount": self._money,
            "deadline": self._deadline,
            "when": self._when(first) if first else "",
            "giver": content.other_name or "",
            "receiver": content.other_name or "",
        }

    def plain(self, key: str, **values: str) -> str:
        """A sentence as it stands in a header."""
        return self._phrase(key).format(**{**self._known, **values})

    def in_text(self) -> dict[str, Any]:
        def t(key: str, **values: str) -> str:
            shown = {name: isolated(text) for name, text in {**self._known, **values}.items()}
            return self._phrase(key).format(**shown)

        return {**self._values(), "t": t, "preview": "", "footer": t("footer")}

    def in_html(self) -> dict[str, Any]:
        def t(key: str, **values: str) -> Markup:
            known: Mapping[str, str] = {**self._known, **values}
            shown = {name: Markup("<bdi>{}</bdi>").format(text) for name, text in known.items()}
            return Markup("{}").format(self._phrase(key)).format(**shown)

        preview = self.plain("preview")
        return {**self._values(), "t": t, "preview": preview, "footer": t("footer")}

    def _phrase(self, key: str) -> str:
        return self._language.phrase(self._content.kind, key)

    def _values(self) -> dict[str, Any]:
        content = self._content
        return {
            "language": self._language.code,
            "shop": self._known["shop"],
            "name": content.name,
            "events": content.events,
            "reference": content.reference,
            "money": self._money,
            "deadline": self._deadline,
            "instructions": content.instructions,
            "reason": content.reason,
            "other_name": content.other_name,
            "link": content.link,
            "flags": _Flags(content.flags),
            "when": self._when,
            "seat": self._seat,
            "until": self._until,
            "kept": self._kept,
        }

    def _when(self, event: MailEvent) -> str:
        return self._language.when(event.starts_at, event.timezone)

    def _until(self, event: MailEvent) -> str:
        """Until when tickets of the event can be given back."""
        return self._language.when(event.give_back.until, event.timezone) if event.give_back else ""

    def _kept(self, event: MailEvent) -> str:
        """What the organizer keeps of a ticket, or nothing."""
        policy = event.give_back
        if policy is None:
            return ""
        kept = [f"{policy.kept_percent.normalize():f} %"] if policy.kept_percent else []
        if policy.kept_fixed:
            kept.append(self._language.money(policy.kept_fixed, policy.currency))
        return " + ".join(kept)

    def _seat(self, ticket: MailTicket) -> str:
        return self._language.seat(*ticket.seat) if ticket.seat else ""


class _Flags(dict[str, bool]):
    """A flag that nobody has set is false."""

    def __missing__(self, name: str) -> bool:
        return False

    def __getattr__(self, name: str) -> bool:
        return self[name]


def _environment(loader: ChoiceLoader, *, autoescape: bool) -> Environment:
    return Environment(
        loader=loader,
        autoescape=autoescape,  # noqa: S701 - plain text has nothing to escape
        undefined=StrictUndefined,
        keep_trailing_newline=False,
    )


def _tidy(text: str) -> str:
    return MANY_BREAKS.sub("\n\n", TRAILING_BLANKS.sub("\n", text)).strip() + "\n"
