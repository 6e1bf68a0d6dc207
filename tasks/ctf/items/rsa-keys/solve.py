"""A common divisor of two moduli opens both; the Chinese remainder theorem and a cube root open the broadcast."""

import re
from itertools import combinations
from math import gcd, prod
from pathlib import Path

fields = re.findall(r"n = (\d+)\ne = (\d+)\nc = (\d+)", Path("mails.txt").read_text())
mails = [tuple(int(value) for value in mail) for mail in fields]
texts = []


def text(m):
    return m.to_bytes((m.bit_length() + 7) // 8, "big").decode("ascii", "replace")


def cube_root(n):
    low, high = 0, 1 << (n.bit_length() // 3 + 2)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**3 <= n else (low, middle - 1)
    return low


for (n1, e1, c1), (n2, e2, c2) in combinations(mails, 2):
    p = gcd(n1, n2)
    if p > 1:
        for n, e, c in ((n1, e1, c1), (n2, e2, c2)):
            texts.append(text(pow(c, pow(e, -1, (p - 1) * (n // p - 1)), n)))
cubes = [(n, c) for n, e, c in mails if e == 3]
product = prod(n for n, _ in cubes)
combined = sum(c * (product // n) * pow(product // n, -1, n) for n, c in cubes) % product
texts.append(text(cube_root(combined)))
whole = "\n".join(texts)
first = re.search(r"first half is (\S+)", whole)[1]
second = re.search(r"second half: (\S+)", whole)[1]
Path("flag.txt").write_text(first + second + "\n")
