"""The size of the house: `python tools/house.py` prints what CONTRIBUTING.md speaks of."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file: its path from the root, its lines and what they mean."""

    path: str
    lines: list[str]
    tree: ast.Module

    def functions(self) -> Iterator[Function]:
        return (one for one in ast.walk(self.tree) if isinstance(one, Function))

    def imports(self) -> Iterator[str]:
        """Every name it imports, dotted as far as the statement says."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (one.name for one in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (f"{node.module or ''}.{one.name}" for one in node.names)

    def calls(self) -> Iterator[str]:
        """What it calls, as written: "print", "datetime.now"."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func)


def modules(folder: str) -> list[Module]:
    """The Python files below a folder of the repository; migrations are no house of ours."""
    found = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        if "migrations" not in path.parts:
            text = path.read_text(encoding="utf-8")
            found.append(Module(str(path.relative_to(ROOT)), text.splitlines(), ast.parse(text)))
    return found


def untyped(function: Function) -> bool:
    """Whether an argument or the return lacks its type; `self` and `cls` need none."""
    named = function.args
    every = [*named.posonlyargs, *named.args, *named.kwonlyargs, named.vararg, named.kwarg]
    bare = [one for one in every if one and not one.annotation and one.arg not in ("self", "cls")]
    return bool(bare) or function.returns is None


def length(function: Function) -> int:
    """Lines from `def` to the end, without the docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    told = function.body[0]
    return lines - ((told.end_lineno or told.lineno) - told.lineno + 1)


def percentile(values: list[int], percent: int) -> int:
    return round(quantiles(values, n=100)[percent - 1])


def report() -> str:
    """The figures, a line each."""
    code, tests = modules("cctns"), modules("tests")
    sizes = [len(one.lines) for one in code if one.lines]
    functions = [one for module in code for one in module.functions()]
    lengths = [length(one) for one in functions]
    typed = sum(not untyped(one) for one in functions)
    ratio = sum(len(one.lines) for one in tests) / sum(sizes)
    return "\n".join(
        (
            f"modules    {len(sizes):>6}   lines: median {median(sizes):.0f}, "
            f"90th percentile {percentile(sizes, 90)}, longest {max(sizes)}",
            f"functions  {len(lengths):>6}   lines: median {median(lengths):.0f}, "
            f"95th percentile {percentile(lengths, 95)}, longest {max(lengths)}",
            f"typed      {typed / len(functions):>6.1%}   of signatures",
            f"tests      {ratio:>6.2f}   lines for a line of code",
        )
    )


if __name__ == "__main__":
    print(report())
