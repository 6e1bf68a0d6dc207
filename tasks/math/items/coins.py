"""Ways to pay a huge amount with three kinds of coins."""

from fractions import Fraction
from math import gcd, lcm

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "hard", 1.7, "number"
TAGS, SUMMARY = ["combinatorics", "number-theory"], "Ways to pay a very large amount with three coins"


def draw(stream):
    while True:
        a, b, c = sorted(stream.sample(range(3, 20), 3))
        if gcd(a, b) == gcd(b, c) == gcd(a, c) == 1:
            return {"coins": [a, b, c], "amount": stream.randrange(10**17, 10**18)}


def statement(p):
    a, b, c = p["coins"]
    return f"In how many ways can the amount {p['amount']} be paid with coins of {a}, {b} and {c} (as many of each as one likes; the order does not matter)?"


def expected(p):
    """The count is a quadratic polynomial on each residue class modulo the coins' least common multiple: interpolated from three small amounts."""
    a, b, c = p["coins"]
    period = lcm(a, b, c)
    first = p["amount"] % period
    ways = [1] + [0] * (first + 2 * period)
    for coin in p["coins"]:
        for n in range(coin, len(ways)):
            ways[n] += ways[n - coin]
    t = p["amount"] // period
    y0, y1, y2 = (ways[first + i * period] for i in range(3))
    return str(y0 + t * (y1 - y0) + t * (t - 1) // 2 * (y2 - 2 * y1 + y0))


def solve(p):
    """Over the number z of the largest coins, grouped by z modulo ab: two coprime coins pay m in floor or ceiling of m/(ab) ways."""
    a, b, c = p["coins"]
    most, total = p["amount"] // c, 0

    def two(m):
        # Popoviciu: m/(ab) - {b' m / a} - {a' m / b} + 1, with b' b = 1 mod a and a' a = 1 mod b.
        return Fraction(m, a * b) - Fraction(pow(b, -1, a) * m % a, a) - Fraction(pow(a, -1, b) * m % b, b) + 1

    for start in range(min(a * b, most + 1)):
        count = (most - start) // (a * b) + 1  # z = start, start + ab, ...: each step lessens the ways by c
        total += count * two(p["amount"] - c * start) - c * count * (count - 1) // 2
    return str(total)
