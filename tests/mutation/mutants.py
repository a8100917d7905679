"""Prints changed copies of a module as JSON; runs with the Python that has cosmic-ray: mutants.py MODULE COUNT SEED."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code


def places(source: str) -> Iterator[tuple[str, int, int]]:
    """Every change that can be made: operator, which of its places, line."""
    lines = source.splitlines()
    for name in plugins.operator_names():
        if plugins.get_operator(name).arguments():
            continue
        operator = plugins.get_operator(name)()
        starts = (start for node in ast_nodes(get_ast(source)) for start, _ in operator.mutation_positions(node))
        for occurrence, (line, _) in enumerate(starts):
            if can_matter(name, lines[line - 1].strip()):
                yield name, occurrence, line


def can_matter(operator: str, line: str) -> bool:
    """Whether a program could notice: unions of types are never evaluated, `*` in a signature is no product.

    Whether two equal texts are one object is the interpreter's affair, and of None or a member there is one only.
    """
    if "BinaryOperator_BitOr" in operator or line.startswith("@dataclass"):
        return False
    if operator.endswith(("_Is_Eq", "_IsNot_NotEq", "_Eq_Is", "_NotEq_IsNot")):
        return False
    return not (line.startswith("def ") and "BinaryOperator" in operator)


def main(module: Path, count: int, seed: int) -> None:
    source = module.read_text("utf-8")
    found = sorted(places(source), key=lambda place: (place[2], place[0], place[1]))
    chosen = random.Random(seed).sample(found, min(count or len(found), len(found)))  # noqa: S311 - nothing secret
    changed = (
        {
            "line": line,
            "operator": name.partition("/")[2],
            "source": mutate_code(source, plugins.get_operator(name)(), n),
        }
        for name, n, line in sorted(chosen, key=lambda place: place[2])
    )
    json.dump([mutant for mutant in changed if mutant["source"] not in (None, source)], sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
