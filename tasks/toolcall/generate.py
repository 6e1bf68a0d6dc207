"""Draws the tool-use scenarios: generate.py --seed SEED --out DIR [--items a,b]."""

import copy
import sys
from pathlib import Path
from string import Template

HERE = Path(__file__).resolve().parent
LIBRARY = HERE.parent / "library"
sys.path[:0] = [str(HERE), str(LIBRARY)]
sys.dont_write_bytecode = True
from drawing import Drawing, draw_pack, source  # noqa: E402

CLOSING = """
The tools lie in `/work/bin` ($tools). Each explains itself with `--help`, prints JSON, and acts at once: nothing can be undone but by another command. Work with the tools only; the files
in `/work/state` are theirs, and a state that their calls do not lead to counts for nothing. Do all that is asked and nothing that is not.
"""
PROGRAM = """#!/usr/bin/env -S python3 -IS
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib"))
import desk
import fake

sys.exit(desk.main(fake.TOOLS, "{tool}"))
"""


def draw_item(name, module, stream):
    state, expected, files, values = module.draw(stream)
    tools, shared = module.TOOLS, {"desk.py": source(HERE / "desk.py"), "fake.py": source(HERE / "items" / name / "fake.py")}
    programs = {f"bin/{tool}": PROGRAM.format(tool=tool) for tool in tools}
    state_files = {"state/state.json": copy.deepcopy(state), "state/log.jsonl": ""}
    named = ", ".join(f"`{tool}`" for tool in tools)
    return Drawing(
        instruction=Template(module.INSTRUCTION).substitute(values).strip() + "\n" + Template(CLOSING).substitute(tools=named),
        environment=programs | {f"bin/lib/{file}": text for file, text in shared.items()} | state_files | files,
        tests={path.name: source(path) for path in (HERE / "tests" / "verify.py", LIBRARY / "answers.py")} | shared | {"initial.json": state, "expected.json": expected},
        solution={"solve.py": source(HERE / "items" / name / "solve.py"), "calls.py": source(HERE / "calls.py"), "asked.json": values},
        programs=frozenset(programs),
    )


if __name__ == "__main__":
    draw_pack(HERE, draw_item)
