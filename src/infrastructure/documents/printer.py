"""The process that prints: it takes jobs from its input and answers on its output.

`Press` starts it as `python -m src.infrastructure.documents.printer`; it ends with its input.
"""

import os
import sys

from src.infrastructure.documents.jobs import Job, receive, send
from src.infrastructure.documents.text.fonts import FontBook
from src.infrastructure.documents.text.paragraphs import Typesetter
from src.infrastructure.documents.text.shaping import Shaper

NICENESS = 10
"""A sale on the same processors goes first."""


def main() -> None:
    """Do jobs until there are no more."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    fonts = FontBook()
    text = Typesetter(Shaper(fonts))
    while True:
        try:
            job: Job = receive(sys.stdin.buffer)
        except EOFError:
            return
        send(sys.stdout.buffer, job.run(fonts, text))


if __name__ == "__main__":
    main()
