"""Scores answer.txt: 1 for an expression that equals the expected one, else 0."""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import answers  # noqa: E402
import expressions  # noqa: E402

key = json.loads((HERE / "expected.json").read_text(encoding="ascii"))
try:
    text = answers.read("answer.txt", limit=20_000)
    right = expressions.accepts(text, key)
except answers.Unreadable as error:
    answers.reward(str(error), reward=0)
except (expressions.Wrong, ArithmeticError, RecursionError, ValueError) as error:
    answers.reward(f"answer.txt: {error}", reward=0)
answers.reward("answer.txt: right" if right else "answer.txt: not the answer", reward=int(right))
