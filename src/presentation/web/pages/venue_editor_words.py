"""What is wrong with a file of seats, in the visitor's language."""

from collections.abc import Mapping

from src.application.catalogue.seat_file import Fault, problems_of
from src.domain.errors import ValidationFailed
from src.presentation.web.visit import Visit


def file_sentence(visit: Visit, refusal: ValidationFailed) -> str:
    """A sentence for each line that cannot be read; else what was refused."""
    problems = problems_of(refusal)
    if not problems:
        return visit.sentence(refusal)
    sentences = _sentences(visit)
    return " ".join(
        sentences[problem.fault] % {"line": problem.line, "what": problem.what}
        for problem in problems
    )


def _sentences(visit: Visit) -> Mapping[Fault, str]:
    _ = visit.gettext
    return {
        Fault.COLUMNS: _("Line %(line)s: these columns are missing: %(what)s."),
        Fault.QUOTES: _("Line %(line)s: a quotation mark is not closed."),
        Fault.NO_SEATS: _("There are no seats in this file."),
        Fault.TOO_MANY: _("A file may have at most %(what)s seats."),
        Fault.TWICE: _("Line %(line)s: this seat is on line %(what)s already."),
        Fault.BOTH: _("Line %(line)s: a seat is either accessible or a companion's."),
        Fault.EMPTY: _("Line %(line)s: %(what)s is empty."),
        Fault.TOO_LONG: _("Line %(line)s: %(what)s is longer than 50 characters."),
        Fault.UNPRINTABLE: _("Line %(line)s: %(what)s has a character that cannot be printed."),
        Fault.NOT_YES: _("Line %(line)s: %(what)s is neither yes nor empty."),
    }
