"""Scores flag.txt: 1 for the flag, with or without white space around it, else 0."""

import hashlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import answers  # noqa: E402

expected = json.loads((HERE / "expected.json").read_text(encoding="ascii"))
try:
    answer = answers.read("flag.txt", limit=4096).strip()
except answers.Unreadable as error:
    answers.reward(str(error), reward=0)
digest = hashlib.sha256((expected["salt"] + answer).encode("utf-8")).hexdigest()
if digest == expected["sha256"]:
    answers.reward("flag.txt: the flag", reward=1)
answers.reward("flag.txt: not the flag", reward=0)
