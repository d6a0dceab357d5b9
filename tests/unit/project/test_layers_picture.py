"""The picture of the layers is that of the code."""

import grimp
import pytest

from tests.support.paths import SRC
from tools import draw_layers


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("src", include_external_packages=False)


def test_the_picture_is_the_one_of_the_code(graph: grimp.ImportGraph) -> None:
    assert draw_layers.TARGET.read_text() == draw_layers.draw(graph), "Run `make diagram`."


def test_every_package_of_the_code_has_its_place(graph: grimp.ImportGraph) -> None:
    packages = {path.parent.relative_to(SRC.parent) for path in SRC.rglob("*.py")}
    modules = {".".join(path.parts) for path in packages}
    outside = {"src", "src.config"}
    missing = {
        name
        for name in modules | {f"src.{path.stem}" for path in SRC.glob("[a-z]*.py")}
        if name not in outside and draw_layers.layer_of(name) is None
    }
    assert missing <= {f"src.{layer}" for layer, _, _ in draw_layers.LAYERS}


def test_an_import_that_leads_upwards_would_be_counted() -> None:
    graph = grimp.ImportGraph()
    for name in ("src.domain.entities.event", "src.application.ports.database"):
        graph.add_module(name)
    graph.add_import(
        importer="src.domain.entities.event", imported="src.application.ports.database"
    )
    assert draw_layers.imports_between_layers(graph) == {("domain", "application"): 1}
