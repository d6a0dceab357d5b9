"""The project speaks its field's language: words that were replaced do not come back.

`docs/glossary.md` has the terms. Identifiers are read as the words that they are made of, so
`has_run_out` and `HasRunOut` are found like "has run out".
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.paths import ROOT

REPLACED = {
    r"(?:run|runs|ran|running) out": "lapsed, expired",
    r"notices?": "webhook event",
    r"houses?": "the system, hall",
    r"heal(?:s|ed|ing)?": "repair",
    r"(?:the|its|their|in|for|with|empty|self\.) books|books(?=\s*[:=\[.,)])": "ledger, records",
    r"disagree\w*": "differ, discrepancy",
    r"wish(?:es)?": "request",
    r"pick(?:s|ed)?": "choose, allocate",
    r"told|tells?": "answered, notified, returned",
    r"is news": "is_new",
    r"(?:let|lets|letting) go": "cancel, release",
    r"takes? in": "merge, handle",
    r"call(?:s|ed|ing)?(?: it| them)? off": "cancel",
    r"sum(?:s|med)? up": "total",
    r"holds? on for": "extend",
    r"switch(?:es|ed)? (?:on|off)": "enable, disable",
    r"(?:hung|hangs?) up": "disconnect",
    r"(?:client|who) has left": "disconnect",
    r"draws?(?: a| the| new)* codes?|drawn? (?:again|until)|codes? drawn": "generate",
    r"capacity follows?": "is derived from, sync",
    r"who may": "authorization",
    r"from sight": "hide, delete",
    r"whoever": "the caller, a user",
}
"""Patterns of words, with the terms to use instead."""

ALLOWED = (
    # A field of the API, an action of the audit log, names of log events.
    r"is_healed",
    r"event_changes_not_told",
    r"booking\.called_off",
    r"payment_notice_(?:refused|without_effect)",
    # A comment in the database.
    r"Who may edit it, besides admins",
    # Names of others: a status of pgqueuer, a limiter of limits.
    r"[\"`]picked[\"`]",
    r"MovingWindow\w*",
)
"""What may stay, as patterns: published names, and names of libraries."""

DOCUMENTS = [
    *ROOT.glob("*.md"),
    *(ROOT / "docs").rglob("*.md"),
    *(ROOT / "bench").glob("*.md"),
    *(ROOT / "docker").glob("*.md"),
    ROOT / ".env.example",
]
FILES = {
    "src": sorted((ROOT / "src").rglob("*.py")),
    "tests": [path for path in sorted((ROOT / "tests").rglob("*.py")) if path != Path(__file__)],
    "documents": sorted(DOCUMENTS),
}

GAP = r"[\s#_]+"
WORDS = re.compile(
    rf"(?<![a-z])(?:{'|'.join(REPLACED).replace(' ', GAP)})(?![a-z])",
    re.IGNORECASE,
)
MAYBE_NAMELESS = re.compile(r"\bone\s*[,:=)]|\bone in\b")
"""Most files are not worth parsing."""
HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def replaced_words(text: str) -> Iterator[tuple[int, str]]:
    """Each replaced word of a text that is not allowed, with its line."""
    text = re.sub("|".join(ALLOWED), "", text)
    text = HUMPS.sub("_", text)
    for match in WORDS.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match[0]


def nameless_variables(code: str) -> Iterator[tuple[int, str]]:
    """Each loop variable, comprehension variable or parameter that is called `one`."""
    if not MAYBE_NAMELESS.search(code):
        return
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.For(target=target) | ast.AsyncFor(target=target):
                names: list[ast.AST] = [target]
            case ast.comprehension(target=target):
                names = [target]
            case ast.arguments():
                names = [*node.posonlyargs, *node.args, *node.kwonlyargs]
            case _:
                continue
        for name in (name for target in names for name in ast.walk(target)):
            if "one" in (getattr(name, "id", None), getattr(name, "arg", None)):
                yield getattr(name, "lineno", 0), "one"


def hits(path: Path) -> Iterator[str]:
    """What a file should say otherwise: file, line and word."""
    name = path.relative_to(ROOT)
    text = path.read_text()
    for _, word in replaced_words(str(name)):
        yield f"{name}: {word} (its name)"
    for line, word in replaced_words(text):
        yield f"{name}:{line}: {word}"
    if path.suffix == ".py":
        for line, word in nameless_variables(text):
            yield f"{name}:{line}: {word}"


@pytest.mark.parametrize("place", FILES)
def test_words_that_were_replaced_are_gone(place: str) -> None:
    assert len(FILES[place]) > 10
    found = "\n".join(hit for path in FILES[place] for hit in hits(path))
    assert not found, found


@pytest.mark.parametrize(
    "sample",
    [
        *("that has run out", "# the hold has run\n    # out", "is_run_out", "HasRunOut"),
        *("a notice of the provider", "lose_the_notice", "LateNotices"),
        *("the house chooses", "make_house", "House"),
        *("heals what is wrong", "healed = 1", "kept in the books", "self._books"),
        *("where they disagree", "no_disagreement", "wishes", "what they wish"),
        *("is picked by the system", "def pick(", "nobody is told", "async def tell("),
        *("is_news", "let it be: they let go", "hold_and_let_go", "takes_in"),
        *("Call it off", "called off", "called_off", "CalledOff", "sum_up", "Sums up a cart"),
        *("Hold on for longer", "switched on", "is_switched_off", "who hangs up", "hung_up"),
        *("the client has left", "draw_until_new", "draws a code", "codes drawn for it"),
        *("its capacity follows the seats", "Who may do it", "Take it from sight", "whoever asks"),
    ],
)
def test_word_is_found_in_prose_and_in_names(sample: str) -> None:
    assert list(replaced_words(sample))


@pytest.mark.parametrize(
    "sample",
    [
        *("remove_seat", "removed", "the movement", "noticed", "a noticeable change"),
        *("warehouse", "healthy", "HealthCheck", "bookshop", "bookings", "wishful"),
        *("foretold", "intellect", "a hold on places", "what the event has left", "drawing"),
        *("data.draw(integers)", "runs outside", "draw_lines", "who maybe"),
        *("is_healed", '"booking.called_off"'),
        *(
            "payment_notice_refused",
            "clock.move(hours=1)",
            '== "picked"',
            "one_user_books_many_times",
        ),
    ],
)
def test_other_words_and_published_names_are_left_alone(sample: str) -> None:
    assert list(replaced_words(sample)) == []


def test_word_is_found_with_its_line() -> None:
    assert list(replaced_words("A\nthat ran\nout\n\nnotice")) == [(2, "ran\nout"), (5, "notice")]


@pytest.mark.parametrize(
    "sample",
    [
        "for one in found: ...",
        "for key, one in found.items(): ...",
        "[one.id for one in found]",
        "{key: one for key, one in found.items()}",
        "sum(one for row in rows for one in row)",
        "sorted(found, key=lambda one: one.id)",
        "def is_wanted(one): ...",
        "def is_wanted(*, one=None): ...",
        "async def run():\n    async for one in found: ...",
    ],
)
def test_variable_that_is_called_one_is_found(sample: str) -> None:
    assert [word for _, word in nameless_variables(sample)] == ["one"]


@pytest.mark.parametrize(
    "sample",
    ["for ticket in found: ...", "one, other = pair", "[one for ticket in found]", "'one'"],
)
def test_variable_with_a_noun_is_left_alone(sample: str) -> None:
    assert list(nameless_variables(sample)) == []
