"""Draws the sample pack. canary: 5f0c8a52-7be1-4f0e-9b51-6c62f1c7a3d4"""
import argparse
import pathlib
import random

CANARY = "5f0c8a52-7be1-4f0e-9b51-6c62f1c7a3d4"

TOML = """# canary: {canary}
schema_version = "1.4"

[metadata]
difficulty = "easy"
category = "text"
canary = "{canary}"
tools = ["python3"]
simulated_difficulty = {difficulty}

[agent]
timeout_sec = 60

[verifier]
timeout_sec = 30

[environment]
memory_mb = 256
storage_mb = 32
"""

TEST = """#!/bin/bash
verifier="${TARE_VERIFIER:-/logs/verifier}"
mkdir -p "$verifier"
if [ "$(head -c 200 answer.txt 2> /dev/null)" = 'ANSWER' ]; then echo 1; else echo 0; fi > "$verifier/reward.txt"
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, newline="\n")


def draw(item, seed, out):
    rng = random.Random(f"sample/{item}/{seed}")
    if item == "total":
        numbers = [rng.randrange(-999, 1000) for _ in range(20)]
        data, answer = "\n".join(map(str, numbers)) + "\n", str(sum(numbers))
        instruction = "Write the sum of the numbers in `data.txt` into `answer.txt`.\n"
        solution, difficulty = "awk '{ s += $1 } END { print s }' data.txt > answer.txt\n", -1.0
    else:
        words = ["".join(rng.choice("abcdefgh") for _ in range(n)) for n in rng.sample(range(3, 30), 12)]
        data, answer = "\n".join(words) + "\n", max(words, key=len)
        instruction = "Write the longest line of `data.txt` into `answer.txt`.\n"
        solution, difficulty = "awk 'length > length(m) { m = $0 } END { print m }' data.txt > answer.txt\n", 1.0
    folder = out / item
    write(folder / "task.toml", TOML.format(canary=CANARY, difficulty=difficulty))
    write(folder / "instruction.md", instruction)
    write(folder / "environment" / "data.txt", data)
    write(folder / "tests" / "test.sh", TEST.replace("ANSWER", answer))
    write(folder / "solution" / "solve.sh", "#!/bin/bash\n" + solution)


parser = argparse.ArgumentParser()
parser.add_argument("--seed", required=True)
parser.add_argument("--out", required=True, type=pathlib.Path)
parser.add_argument("--items", default="longest,total")
arguments = parser.parse_args()
for item in arguments.items.split(","):
    draw(item, arguments.seed, arguments.out)
