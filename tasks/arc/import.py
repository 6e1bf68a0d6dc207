"""Turns a folder of public ARC-AGI task files into task folders: import.py --from FOLDER --out DIR.

Each NAME.json of FOLDER (ARC-AGI-1's and ARC-AGI-2's `training` and `evaluation` folders: {"train": [...], "test": [...]} with outputs) becomes DIR/NAME. No file of the
public set comes with this pack. The solution of an imported task writes the published outputs: it shows that the verifier works, not how the task is solved.
"""

import argparse
import json
import re
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "library")]
sys.dont_write_bytecode = True
from drawing import source, write  # noqa: E402
from generate import folder  # noqa: E402

SOLUTION = '''"""Writes the published outputs, which lie beside this file."""

from pathlib import Path

Path("answer.json").write_bytes((Path(__file__).resolve().parent / "published.json").read_bytes())
'''


def grid_fault(grid):
    """What is wrong with a grid, or None."""
    if not isinstance(grid, list) or not 1 <= len(grid) <= 30 or not all(isinstance(row, list) for row in grid):
        return "expected a list of 1 to 30 rows"
    if not 1 <= len(grid[0]) <= 30 or any(len(row) != len(grid[0]) for row in grid):
        return "expected rows of one length from 1 to 30"
    if any(type(value) is not int or not 0 <= value <= 9 for row in grid for value in row):
        return "expected whole numbers from 0 to 9"
    return None


def fault(path, text):
    sys.exit(f"{path}: {text}. A public task file is an object with the lists 'train' and 'test' of pairs with 'input' and 'output'.")


def read_task(path):
    """The training and test pairs of one file; ends the program with a message where the file is not of the format."""
    try:
        task = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        fault(path, f"no JSON: {error}")
    for part in ("train", "test"):
        pairs = task.get(part) if isinstance(task, dict) else None
        if not isinstance(pairs, list) or not pairs:
            fault(path, f"'{part}' is no list with at least one pair")
        for number, pair in enumerate(pairs):
            for side in ("input", "output"):
                if not isinstance(pair, dict) or side not in pair:
                    fault(path, f"{part}[{number}] has no '{side}'")
                wrong = grid_fault(pair[side])
                if wrong:
                    fault(path, f"{part}[{number}].{side}: {wrong}")
    return task["train"], task["test"]


def main():
    parser = argparse.ArgumentParser(description="Turns public ARC-AGI task files into task folders.")
    parser.add_argument("--from", dest="origin", required=True, type=Path, help="a folder of NAME.json files")
    parser.add_argument("--out", required=True, type=Path, help="an empty or new folder")
    asked = parser.parse_args()
    if not asked.origin.is_dir():
        sys.exit(f"--from: '{asked.origin}' is no folder; expected the folder that holds the task files, such as 'data/evaluation'.")
    paths = sorted(asked.origin.glob("*.json"))
    if not paths:
        sys.exit(f"--from: '{asked.origin}' holds no .json file; expected the folder that holds the task files, such as 'data/evaluation'.")
    tasks = {path: read_task(path) for path in paths}
    pack = tomllib.loads(source(HERE / "pack.toml"))
    for path, (train, test) in tasks.items():
        name = path.stem.lower()
        if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", name):
            fault(path, "the name is not made of letters, digits, '-' and '_'")
        module = SimpleNamespace(SUMMARY=f"Public ARC-AGI task {name}", TAGS=["public"])
        published = [{"attempt_1": pair["output"]} for pair in test]
        write(asked.out / name, pack, name, "public", module, folder(train, test, {"solve.py": SOLUTION, "published.json": published}))
    print(f"{len(tasks)} tasks in {asked.out}")


if __name__ == "__main__":
    main()
