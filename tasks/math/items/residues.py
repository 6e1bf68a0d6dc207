"""The number of solutions of a power congruence modulo a composite number."""

from math import gcd

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "hard", 1.3, "number"
TAGS, SUMMARY = ["number-theory"], "Count solutions of a power congruence"
PRIMES = [7, 11, 13, 17, 19, 31, 37, 41, 43, 61]


def draw(stream):
    p, q = sorted(stream.sample(PRIMES, 2))
    k = stream.choice([6, 10, 12, 15, 30])
    modulus = 64 * p * p * q
    base = stream.choice([n for n in range(3, 200, 2) if gcd(n, modulus) == 1])
    return {"k": k, "twos": 6, "p": p, "q": q, "a": pow(base, k, modulus), "shift": stream.randrange(2, 9)}


def statement(p):
    n = 2 ** p["twos"] * p["p"] ** 2 * p["q"]
    return f"How many whole numbers x with 0 <= x < {n * p['shift']} satisfy x^{p['k']} = {p['a']} modulo {n}?"


def expected(p):
    """The product of the counts modulo the prime powers (a has a root, so each count is that of the unit group's k-torsion)."""
    k = p["k"]
    at_two = gcd(k, 2) * gcd(k, 2 ** (p["twos"] - 2))
    return str(p["shift"] * at_two * gcd(k, p["p"] * (p["p"] - 1)) * gcd(k, p["q"] - 1))


def solve(p):
    """Roots modulo each prime power are found by trial; the Chinese remainder theorem multiplies their numbers."""
    count = p["shift"]
    for modulus in (2 ** p["twos"], p["p"] ** 2, p["q"]):
        count *= sum(pow(x, p["k"], modulus) == p["a"] % modulus for x in range(modulus))
    return str(count)
