"""Fermat's method: n = a^2 - b^2 with a just above the square root of n."""

import re
from math import isqrt
from pathlib import Path

n, e, c = (int(value) for value in re.findall(r"= (\d+)", Path("public.txt").read_text()))
a = isqrt(n) + (isqrt(n) ** 2 < n)
while isqrt(a * a - n) ** 2 != a * a - n:
    a += 1
b = isqrt(a * a - n)
d = pow(e, -1, (a - b - 1) * (a + b - 1))
m = pow(c, d, n)
Path("flag.txt").write_bytes(m.to_bytes((m.bit_length() + 7) // 8, "big") + b"\n")
