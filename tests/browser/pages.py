"""Every page and every state of it, as registered by the files in `registry/`.

`python -m tools.photograph` photographs them; test_every_page.py checks them.
"""

from importlib import import_module
from pkgutil import iter_modules

from tests.browser import registry
from tests.support.browser.shown import Shown


def _collected() -> tuple[Shown, ...]:
    modules = sorted(module.name for module in iter_modules(registry.__path__))
    pages = [
        page for name in modules for page in import_module(f"{registry.__name__}.{name}").PAGES
    ]
    names = [page.name for page in pages]
    assert len(names) == len(set(names)), f"Two pages have one name: {sorted(names)}"
    return tuple(pages)


PAGES = _collected()
