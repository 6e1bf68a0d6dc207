"""Draws the mathematical problems: generate.py --seed SEED --out DIR [--items a,b]."""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIBRARY = HERE.parent / "library"
sys.path[:0] = [str(HERE), str(LIBRARY)]
sys.dont_write_bytecode = True
from drawing import Drawing, draw_pack, source  # noqa: E402

FORMS = {
    "number": "one number",
    "expression": "one expression in the variables that the problem names",
    "list": "the numbers in the order asked for, with commas between",
    "set": "all the numbers, in any order, with commas between",
}
CLOSING = """
Write the exact answer to `/work/answer.txt`: {form}. Any equivalent form is right. Understood are whole numbers, decimals, fractions such as `3/4`, `+ - * /`, powers
`^`, parentheses, `sqrt`, `cbrt`, `exp`, `ln`, `sin`, `cos`, `tan`, `atan`, `pi`, `e`, `n!` and `binomial(n, k)`. A rounded decimal is right only if it is exact.
"""


def draw_item(name, module, stream):
    # Through JSON, so that the solution sees the very same values.
    parameters = json.loads(json.dumps(module.draw(stream)))
    answer = module.expected(parameters)
    key = {
        "kind": module.KIND,
        "answer": [answer] if isinstance(answer, str) else answer,
        "variables": getattr(module, "VARIABLES", []),
        "whole": getattr(module, "WHOLE", False),
    }
    return Drawing(
        instruction=module.statement(parameters).strip() + "\n" + CLOSING.format(form=FORMS[module.KIND]),
        tests={path.name: source(path) for path in (HERE / "tests" / "verify.py", LIBRARY / "answers.py", HERE / "tests" / "expressions.py")} | {"expected.json": key},
        solution={"solve.py": source(HERE / "solve.py"), "problem.py": source(HERE / "items" / f"{name}.py"), "parameters.json": parameters},
    )


if __name__ == "__main__":
    draw_pack(HERE, draw_item)
