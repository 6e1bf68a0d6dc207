"""Computes the answer to problem.py with the drawn parameters."""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True
import problem  # noqa: E402

parameters = json.loads((HERE / "parameters.json").read_text(encoding="ascii"))
answer = problem.solve(parameters)
Path("answer.txt").write_text((answer if isinstance(answer, str) else ", ".join(answer)) + "\n", encoding="ascii")
