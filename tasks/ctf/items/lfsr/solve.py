"""Berlekamp-Massey: the sum of two registers is one of at most 78 bits, which 156 known bits determine."""

import re
from pathlib import Path

cipher = Path("radio.bin").read_bytes()
header = Path("header.txt").read_bytes()
bits = [byte >> k & 1 for byte in cipher for k in range(7, -1, -1)]
known = [byte >> k & 1 for byte in header for k in range(7, -1, -1)]
key = [c ^ p for c, p in zip(bits, known)]


def shortest_register(sequence):
    """Connection polynomial (c0 = 1 first) and length of the shortest register that emits the sequence."""
    c, b, length, m = [1], [1], 0, 1
    for n in range(len(sequence)):
        discrepancy = sum(c[i] & sequence[n - i] for i in range(min(len(c), length + 1))) % 2
        if not discrepancy:
            m += 1
            continue
        shifted = [0] * m + b
        width = max(len(c), len(shifted))
        new = [(c + [0] * width)[i] ^ (shifted + [0] * width)[i] for i in range(width)]
        if 2 * length <= n:
            length, b, m = n + 1 - length, c, 1
        else:
            m += 1
        c = new
    return c, length


c, length = shortest_register(key)
while len(key) < len(bits):
    key.append(sum(c[i] & key[-i] for i in range(1, len(c))) % 2)
plain = "".join(str(b ^ k) for b, k in zip(bits, key))
text = bytes(int(plain[i : i + 8], 2) for i in range(0, len(plain), 8))
Path("flag.txt").write_bytes(re.search(rb"flag\{[a-z0-9_]+\}", text)[0] + b"\n")
