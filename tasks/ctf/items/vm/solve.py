"""Runs the program with the password unknown: at each test only the byte loaded last is open, so all 256 values are tried."""

import re
from pathlib import Path

page = Path("MACHINE.md").read_text()
operations = {int(code, 16): (more == "yes", effect) for code, more, effect in re.findall(r"^\| ([0-9a-f]{2}) \| (yes|no) \| (.*) \|$", page, re.MULTILINE)}
program, memory, block, at, open_byte = Path("lock.bin").read_bytes(), {}, [], 0, None


def run(block, memory, a, b):
    for effect, x in block:
        if effect == "A = memory[x]":
            a = memory[x]
        elif effect == "A = A xor x":
            a ^= x
        elif effect == "A = A xor memory[x]":
            a ^= memory[x]
        elif effect == "A = A + x":
            a += x
        elif effect == "A = A + memory[x]":
            a += memory[x]
        elif effect == "A = A * x":
            a *= x
        elif effect.startswith("A = A rotated"):
            a = a << x | a >> 8 - x
        elif effect.startswith("A and B"):
            a, b = b, a
        a &= 255
    return a, b


registers = (0, 0)
while True:
    more, effect = operations[program[at]]
    x = program[at + 1] if more else None
    at += 2 if more else 1
    if effect.startswith("ends"):
        break
    if effect.startswith("the next x bytes"):
        at += x
    elif effect.startswith("if A is not x"):
        memory[open_byte] = next(v for v in range(256) if run(block, memory | {open_byte: v}, *registers)[0] == x)
        registers, block = run(block, memory, *registers), []
    else:
        if effect == "A = memory[x]":
            open_byte = x
        block.append((effect, x))
Path("flag.txt").write_bytes(bytes(memory[i] for i in range(len(memory))) + b"\n")
