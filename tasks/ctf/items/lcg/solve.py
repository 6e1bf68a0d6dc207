"""Differences t of the outputs follow t' = a t mod m, so t0 t2 - t1^2 is a multiple of m; their common divisor gives it."""

import re
from math import gcd
from pathlib import Path

x = [int(line) for line in Path("draws.txt").read_text().split()]
t = [b - a for a, b in zip(x, x[1:])]
m = 0
for i in range(len(t) - 2):
    m = gcd(m, t[i] * t[i + 2] - t[i + 1] ** 2)
a = t[1] * pow(t[0], -1, m) % m
c = (x[1] - a * x[0]) % m
state, plain = x[-1], bytearray()
for byte in bytes.fromhex(Path("note.hex").read_text()):
    state = (a * state + c) % m
    plain.append(byte ^ (state & 255))
Path("flag.txt").write_bytes(re.search(rb"flag\{[a-z0-9_]+\}", plain)[0] + b"\n")
