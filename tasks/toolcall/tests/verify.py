"""Scores the final state: 1 if it follows from the logged calls and is the state that the task asks for, else 0.

The state file that the agent could edit is not believed: the logged calls are performed again from the first state with the verifier's own copy of the tools, and the
result must be the state file's. A state that no legal calls lead to fails; what the agent did to the tools in its own folder plays no part.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import answers  # noqa: E402
import desk  # noqa: E402
import fake  # noqa: E402

MOST_CALLS = 20_000


def replay(lines, state):
    """The state after the logged calls; a call that was refused is performed as well, since it may count."""
    previous = ""
    for number, line in enumerate(lines, start=1):
        entry = json.loads(line)
        tool, command, options = entry["call"]
        if entry["chain"] != desk.link(previous, entry["call"]):
            raise ValueError(f"line {number} does not follow from the line before")
        if not all(isinstance(text, str) for text in [tool, command, *options.values()]):
            raise ValueError(f"line {number} holds an option that is no text")
        previous = entry["chain"]
        try:
            desk.perform(fake.TOOLS, state, tool, command, options)
        except desk.Refused:
            continue
    return state


def plain(value):
    """A value in which the order of a top-level list plays no part."""
    return sorted(json.dumps(item, sort_keys=True) for item in value) if isinstance(value, list) else json.dumps(value, sort_keys=True)


expected = json.loads((HERE / "expected.json").read_text(encoding="ascii"))
initial = json.loads((HERE / "initial.json").read_text(encoding="ascii"))
try:
    lines = answers.read("state/log.jsonl", limit=8_000_000).splitlines()
    shown = json.loads(answers.read("state/state.json", limit=2_000_000))
    if len(lines) > MOST_CALLS:
        raise ValueError(f"more than {MOST_CALLS} calls")
    state = replay(lines, initial)
    consistent = json.dumps(shown, sort_keys=True) == json.dumps(state, sort_keys=True)
    wrong = [name for name, value in expected.items() if plain(state[name]) != plain(value)]
except answers.Unreadable as error:
    answers.reward(str(error), reward=0)
except Exception as error:  # whatever stands in the log, the verifier must come to a verdict
    answers.reward(f"state/log.jsonl: {type(error).__name__}: {error}", reward=0)
if not consistent:
    answers.reward("state/state.json: not the state that the logged calls lead to", reward=0)
answers.reward(f"final state: {', '.join(wrong)} not as asked" if wrong else "final state: as asked", reward=int(not wrong))
