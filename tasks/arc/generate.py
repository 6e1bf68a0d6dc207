"""Draws the grid tasks: generate.py --seed SEED --out DIR [--items a,b]."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIBRARY = HERE.parent / "library"
sys.path[:0] = [str(HERE), str(LIBRARY)]
sys.dont_write_bytecode = True
from drawing import Drawing, draw_pack, source  # noqa: E402

INSTRUCTION = """
`/work/task.json` holds a puzzle in the format of ARC-AGI: `{"train": [{"input": ..., "output": ...}, ...], "test": [{"input": ...}, ...]}`. A grid is a list of rows,
a row a list of colours from 0 to 9. All training pairs follow one rule that leads from the input to the output. Find it, and apply it to every test input.

Write `/work/answer.json`: a list with one object for each test input, in their order, of the form `{"attempt_1": GRID, "attempt_2": GRID}`. A test input counts as solved
if one of its two attempts is exactly the output.
"""


def recoloured(grid, colours):
    return [[colours[value] for value in row] for row in grid]


def draw_task(module, stream):
    """Training and test pairs with different inputs and outputs, in colours that are drawn once for the task.

    An item whose rule has cases says by `complete(inputs)` whether the training inputs show them all; else they are drawn anew.
    """
    palette = list(range(1, 10))
    stream.shuffle(palette)
    palette = [0, *palette]
    complete, pairs = getattr(module, "complete", lambda inputs: True), []
    while len(pairs) < module.TRAIN + module.TEST:
        given = module.draw_input(stream)
        wanted = module.rule(given)
        if wanted != given and all(given != other and wanted != known for other, known in pairs):
            pairs.append((given, wanted))
        if len(pairs) == module.TRAIN and not complete([given for given, _ in pairs]):
            pairs = []
    shown = [{"input": recoloured(given, palette), "output": recoloured(wanted, palette)} for given, wanted in pairs]
    return shown[: module.TRAIN], shown[module.TRAIN :], palette


def folder(train, test, solution):
    """The drawing of one task; the test outputs go to the verifier only."""
    return Drawing(
        instruction=INSTRUCTION,
        environment={"task.json": {"train": train, "test": [{"input": pair["input"]} for pair in test]}},
        tests={path.name: source(path) for path in (HERE / "tests" / "verify.py", LIBRARY / "answers.py")} | {"expected.json": [pair["output"] for pair in test]},
        solution=solution,
    )


def draw_item(name, module, stream):
    train, test, palette = draw_task(module, stream)
    files = {"solve.py": HERE / "solve.py", "grids.py": HERE / "grids.py", "item.py": HERE / "items" / f"{name}.py"}
    return folder(train, test, {file: source(path) for file, path in files.items()} | {"palette.json": palette})


if __name__ == "__main__":
    draw_pack(HERE, draw_item)
