"""mutmut with more kinds of mutants, as a command: those that it makes leave faults unseen.

Run as a script, in the folder of the copy; what it takes is what `mutmut` takes.
"""

from collections.abc import Iterable

import libcst as cst
from hypothesis import HealthCheck, Phase, settings
from mutmut.__main__ import cli
from mutmut.mutation.mutators import mutation_operators

OTHER_FUNCTION = {"max": "min", "min": "max", "all": "any", "any": "all"}


def one_operand(node: cst.BooleanOperation) -> Iterable[cst.BaseExpression]:
    """`a and b` to `a`, and to `b`."""
    for operand in (node.left, node.right):
        yield operand.with_changes(
            lpar=[*node.lpar, *operand.lpar], rpar=[*operand.rpar, *node.rpar]
        )


def no_call(node: cst.Expr) -> Iterable[cst.Pass]:
    """A call whose result nobody uses to `pass`."""
    call = node.value.expression if isinstance(node.value, cst.Await) else node.value
    if isinstance(call, cst.Call):
        yield cst.Pass()


def no_raise(_node: cst.Raise) -> Iterable[cst.Pass]:
    """`raise error` to `pass`."""
    yield cst.Pass()


def opposite(node: cst.If) -> Iterable[cst.If]:
    """`if found` to `if not found`; what is compared or combined has mutants already."""
    if isinstance(node.test, cst.Name | cst.Attribute | cst.Call):
        space = cst.SimpleWhitespace(" ")
        yield node.with_changes(
            test=cst.UnaryOperation(cst.Not(space), node.test), whitespace_before_test=space
        )


def no_filter(node: cst.CompFor) -> Iterable[cst.CompFor]:
    """`... for a in b if c` to `... for a in b`."""
    if node.ifs:
        yield node.with_changes(ifs=[])


def other_function(node: cst.Call) -> Iterable[cst.Call]:
    """`max` to `min`, `all` to `any`, and back."""
    if isinstance(node.func, cst.Name) and node.func.value in OTHER_FUNCTION:
        yield node.with_changes(func=cst.Name(OTHER_FUNCTION[node.func.value]))


def main() -> None:
    """Run mutmut, with properties that find the same examples each time and as fast as they can."""
    settings.register_profile(
        "mutants",
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("mutants")
    cli()


mutation_operators += [  # type: ignore[operator]
    (cst.BooleanOperation, one_operand),
    (cst.Expr, no_call),
    (cst.Raise, no_raise),
    (cst.If, opposite),
    (cst.CompFor, no_filter),
    (cst.Call, other_function),
]

if __name__ == "__main__":
    main()
