"""Probability that a sum of uneven dice leaves a remainder."""

from fractions import Fraction
from itertools import product
from math import prod

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "medium", -0.4, "number"
TAGS, SUMMARY = ["probability"], "Probability of a remainder of a product plus a sum of dice"


def draw(stream):
    return {"faces": stream.sample([4, 6, 8, 10, 12], 4), "m": stream.randrange(5, 12), "r": stream.randrange(0, 5)}


def statement(p):
    faces = ", ".join(map(str, p["faces"]))
    return (
        f"Four fair dice with {faces} faces (numbered from 1) are thrown. Find the probability that the sum of the four numbers plus their product leaves "
        f"the remainder {p['r']} on division by {p['m']}."
    )


def expected(p):
    """The joint distribution of (sum, product) modulo m, die by die."""
    m, table = p["m"], {(0, 1 % p["m"]): Fraction(1)}
    for faces in p["faces"]:
        grown = {}
        for (s, q), chance in table.items():
            for n in range(1, faces + 1):
                key = (s + n) % m, q * n % m
                grown[key] = grown.get(key, 0) + chance / faces
        table = grown
    return str(sum((chance for (s, q), chance in table.items() if (s + q) % m == p["r"]), Fraction(0)))


def solve(p):
    throws = list(product(*(range(1, faces + 1) for faces in p["faces"])))
    return f"{sum((sum(t) + prod(t)) % p['m'] == p['r'] for t in throws)}/{len(throws)}"
