"""Predict Python's own random numbers from enough of its outputs."""

import random

DIFFICULTY, SIMULATED_DIFFICULTY = "hard", 2.0
TAGS = ["random", "mersenne-twister"]
SUMMARY = "Recover the state of a Mersenne Twister from interleaved outputs"
INSTRUCTION = """
A lottery is drawn by a Python 3 program with the module `random`, seeded from the system's entropy. `/work/lottery.py` is its source, `/work/tickets.txt`
its output. After the last line that you see, the program enciphered a note with `seal`; `/work/note.hex` is the result. It holds a flag.
"""
SOURCE = '''"""The lottery: each round draws a serial number and a lucky number."""

import random

generator = random.Random()


def round_of_tickets():
    serial = generator.getrandbits(64)
    lucky = generator.getrandbits(32)
    return f"{serial:016x} {lucky}"


def seal(note):
    return bytes(byte ^ generator.getrandbits(8) for byte in note).hex()
'''


def draw(stream, flag):
    generator = random.Random(stream.getrandbits(256))
    for _ in range(stream.randrange(50, 900)):
        generator.getrandbits(32)
    lines = [f"{generator.getrandbits(64):016x} {generator.getrandbits(32)}" for _ in range(230)]
    note = f"the winner's word is {flag}".encode()
    sealed = bytes(byte ^ generator.getrandbits(8) for byte in note)
    return {"lottery.py": SOURCE, "tickets.txt": "\n".join(lines) + "\n", "note.hex": sealed.hex() + "\n"}, {}
