"""Lists of one's own discount codes: what `CreateCodes` takes, one code on a line."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from src.domain.entities.discount import code_name
from src.domain.errors import ValidationFailed

CODE = re.compile(r"[A-Z0-9_-]{3,40}")
HEADER = "CODE"
MAX_PROBLEMS = 10
PROBLEMS = "problems"


class CodeFault(StrEnum):
    """What is wrong with a line of a list."""

    WRONG = "a code has 3 to 40 letters from A to Z, digits, dashes and underlines"
    TWICE = "this code is given twice"
    TAKEN = "you have a code of this name"


class CodeProblem(NamedTuple):
    """A fault, and the number of the line, from 1, with what stands there."""

    fault: CodeFault
    line: int
    what: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.fault} ({self.what})."


class ListedCode(NamedTuple):
    """A code and the line that it stands on."""

    line: int
    code: str


def read_code_list(text: str) -> tuple[list[ListedCode], list[CodeProblem]]:
    """Read a list or a table whose first column is the code; the codes, and what is wrong.

    Empty lines, a header and anything after the first column do not matter.
    """
    codes: list[ListedCode] = []
    problems: list[CodeProblem] = []
    seen: set[str] = set()
    for line, written in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        code = code_name(re.split("[,;\t]", written, maxsplit=1)[0].strip().strip('"'))
        if not code or (not codes and not problems and code == HEADER):
            continue
        if not CODE.fullmatch(code):
            problems.append(CodeProblem(CodeFault.WRONG, line, code[:50]))
        elif code in seen:
            problems.append(CodeProblem(CodeFault.TWICE, line, code))
        else:
            seen.add(code)
            codes.append(ListedCode(line, code))
    return codes, problems


def refused_codes(problems: Sequence[CodeProblem]) -> ValidationFailed:
    """The refusal that names these faults, the first ten of them."""
    named = " ".join(str(problem) for problem in problems[:MAX_PROBLEMS])
    return ValidationFailed("body.codes", named if len(problems) <= MAX_PROBLEMS else f"{named} …")
