"""Scores answer.json by both rules of ARC-AGI: `reward` is 1 if every test input is solved, `per_output` is the share of test inputs solved."""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import answers  # noqa: E402

ATTEMPTS = ("attempt_1", "attempt_2")
expected = json.loads((HERE / "expected.json").read_text(encoding="ascii"))


def solved(attempts, output):
    """Grids are compared as JSON texts, so that 1.0 and true are no colour 1."""
    if not isinstance(attempts, dict):
        return False
    return any(json.dumps(attempts.get(name)) == json.dumps(output) for name in ATTEMPTS)


try:
    given = json.loads(answers.read("answer.json", limit=2_000_000))
    right = [solved(attempts, output) for attempts, output in zip(given if isinstance(given, list) else [], expected)]
except answers.Unreadable as error:
    answers.reward(str(error), reward=0, per_output=0)
except (ValueError, RecursionError) as error:
    answers.reward(f"answer.json: no JSON: {error}", reward=0, per_output=0)
if not isinstance(given, list) or len(given) != len(expected):
    answers.reward(f"answer.json: expected a list of {len(expected)} objects, one for each test input", reward=0, per_output=0)
answers.reward(f"answer.json: {sum(right)} of {len(right)} test inputs solved", reward=int(all(right)), per_output=sum(right) / len(right))
