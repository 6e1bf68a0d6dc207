"""The smallest solution of Pell's equation with a long period."""

from math import isqrt

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "hard", 1.1, "list"
TAGS, SUMMARY = ["number-theory"], "Smallest solution of Pell's equation"


def fundamental(d):
    """Convergents of sqrt(d) until one solves the equation."""
    root = isqrt(d)
    m, q, a = 0, 1, root
    before, now = (1, 0), (a, 1)
    while now[0] ** 2 - d * now[1] ** 2 != 1:
        m = q * a - m
        q = (d - m * m) // q
        a = (root + m) // q
        before, now = now, (a * now[0] + before[0], a * now[1] + before[1])
    return now


def draw(stream):
    while True:
        d = stream.randrange(150, 999)
        if isqrt(d) ** 2 != d and fundamental(d)[0] > 10**12:
            return {"d": d}


def statement(p):
    return f"Find the smallest pair of positive whole numbers x, y with x^2 - {p['d']} y^2 = 1. Give x, then y."


def expected(p):
    return [str(value) for value in fundamental(p["d"])]


def solve(p):
    """The cyclic method (Bhaskara): compose with m that makes |m^2 - d| small and the division even."""
    d = p["d"]
    a = isqrt(d) + (d - isqrt(d) ** 2 > (isqrt(d) + 1) ** 2 - d)
    b, k = 1, a * a - d
    while k != 1:
        choices = [m for m in range(1, isqrt(d) + abs(k) + 2) if (a + b * m) % k == 0]
        m = min(choices, key=lambda m: abs(m * m - d))
        a, b, k = (a * m + d * b) // abs(k), (a + b * m) // abs(k), (m * m - d) // k
    return [str(abs(a)), str(abs(b))]
