"""An infinite series of rational terms with a closed form that holds pi."""

from fractions import Fraction

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "hard", 1.5, "number"
TAGS, SUMMARY = ["calculus", "series"], "Sum of an infinite series with pi and rationals"


def draw(stream):
    return {"k": stream.randrange(2, 8), "c": stream.randrange(1, 100)}


def statement(p):
    return f"Find the sum of {p['c']} / (n^2 (n + {p['k']})^2) over all whole n >= 1."


def expected(p):
    """1/(n(n+k)) = (1/n - 1/(n+k))/k, squared: (1/n^2 + 1/(n+k)^2 - 2/(n(n+k)))/k^2, and zeta(2) = pi^2/6."""
    k = p["k"]
    harmonic = sum(Fraction(1, j) for j in range(1, k + 1))
    squares = sum(Fraction(1, j * j) for j in range(1, k + 1))
    return f"{p['c']}*(pi^2/3 - ({squares}) - 2*({harmonic})/{k})/{k * k}"


def solve(p):
    """u pi^2 + v with u from the partial fractions; v is the fraction of small denominator that a long partial sum asks for."""
    from math import lcm, pi

    k, c = p["k"], p["c"]
    u = Fraction(c, 3 * k * k)
    n = 20000
    partial = sum(c / (i * i * (i + k) ** 2) for i in range(n, 0, -1))
    # The tail by Euler and Maclaurin: the integral of 1/x^4 about the middle of the interval, error far below 1e-16.
    tail = c / 3 / (n + 0.5 + k / 2) ** 3
    below = lcm(*range(1, k + 1)) ** 2 * k**3
    v = Fraction(round((partial + tail - float(u) * pi * pi) * below), below)
    return f"({u})*pi^2 + ({v})"
