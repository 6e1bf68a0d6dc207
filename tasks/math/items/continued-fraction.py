"""The value of a finite continued fraction."""

from fractions import Fraction

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "easy", -1.9, "number"
TAGS, SUMMARY = ["number-theory", "fractions"], "Value of a finite continued fraction"


def draw(stream):
    return {"terms": [stream.randrange(1, 12) for _ in range(9)]}


def statement(p):
    first, *others = p["terms"]
    return f"Find the value of the continued fraction [{first}; {', '.join(map(str, others))}], that is {first} + 1/({others[0]} + 1/({others[1]} + ...)), as a fraction."


def expected(p):
    before, value = (1, 0), (p["terms"][0], 1)
    for term in p["terms"][1:]:
        before, value = value, (term * value[0] + before[0], term * value[1] + before[1])
    return f"{value[0]}/{value[1]}"


def solve(p):
    value = Fraction(p["terms"][-1])
    for term in reversed(p["terms"][:-1]):
        value = term + 1 / value
    return str(value)
