"""A linear congruential generator with unknown modulus, multiplier and increment as a key stream."""

import primes

DIFFICULTY, SIMULATED_DIFFICULTY = "hard", 0.9
TAGS = ["random", "lcg"]
SUMMARY = "Recover a linear congruential generator from its outputs and predict its key stream"
INSTRUCTION = """
A slot machine draws its numbers by `x = (a * x + c) % m`. Nobody outside the factory knows `a`, `c` or `m`. `/work/draws.txt` lists numbers that
it drew one after the other. The technician then used the machine's next numbers to encipher a note: `/work/note.hex` holds the note, of which
each byte was combined by exclusive or with the lowest 8 bits of the next number. The note holds a flag.
"""


def draw(stream, flag):
    m = primes.prime(stream, 61)
    a, c, x = (stream.randrange(1 << 40, m) for _ in range(3))

    def step():
        nonlocal x
        x = (a * x + c) % m
        return x

    draws = [step() for _ in range(12)]
    note = f"keep this safe: {flag}".encode()
    cipher = bytes(byte ^ (step() & 255) for byte in note)
    return {"draws.txt": "\n".join(map(str, draws)) + "\n", "note.hex": cipher.hex() + "\n"}, {}
