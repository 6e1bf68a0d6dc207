"""Applies the item's rule to the test inputs of task.json, in the colours of the rule's own description."""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True
import item  # noqa: E402

palette = json.loads((HERE / "palette.json").read_text(encoding="ascii"))
task = json.loads(Path("task.json").read_text(encoding="ascii"))
answer = []
for test in task["test"]:
    plain = [[palette.index(value) for value in row] for row in test["input"]]
    output = [[palette[value] for value in row] for row in item.rule(plain)]
    answer.append({"attempt_1": output, "attempt_2": output})
Path("answer.json").write_text(json.dumps(answer) + "\n", encoding="ascii")
