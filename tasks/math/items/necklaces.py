"""Necklaces with prescribed numbers of beads, up to turning and flipping."""

from math import factorial, gcd

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "medium", 0.7, "number"
TAGS, SUMMARY = ["combinatorics", "symmetry"], "Count bracelets with prescribed colours"


def draw(stream):
    total = stream.randrange(9, 12)
    while True:
        beads = [stream.randrange(1, 6) for _ in range(stream.choice([3, 4]))]
        if sum(beads) == total and max(beads) < total - 4:
            return {"beads": beads}


def statement(p):
    beads = ", ".join(f"{count} {colour}" for count, colour in zip(p["beads"], ["red", "green", "blue", "white"]))
    return (
        f"A bracelet is a ring of beads: {beads}. Beads of one colour are alike. Two rings are the same bracelet if one can be turned or turned over into the other. "
        "How many different bracelets are there?"
    )


def multinomial(parts):
    value = factorial(sum(parts))
    for part in parts:
        value //= factorial(part)
    return value


def expected(p):
    """Burnside's lemma: rings fixed by each rotation and each reflection."""
    beads, n = p["beads"], sum(p["beads"])
    fixed = 0
    for k in range(n):
        cycles, length = gcd(k, n) or n, n // (gcd(k, n) or n)
        if all(part % length == 0 for part in beads):
            assert sum(part // length for part in beads) == cycles
            fixed += multinomial([part // length for part in beads])
    odd = [i for i, part in enumerate(beads) if part % 2]
    if n % 2:
        if len(odd) == 1:
            fixed += n * multinomial([part // 2 for part in beads])
    else:
        if not odd:
            fixed += n // 2 * multinomial([part // 2 for part in beads])  # axes between beads
            for i in range(len(beads)):  # axes through two beads of the same colour
                rest = [part - 2 * (j == i) for j, part in enumerate(beads)]
                if min(rest) >= 0:
                    fixed += n // 2 * multinomial([part // 2 for part in rest])
        elif len(odd) == 2:
            fixed += n // 2 * 2 * multinomial([part // 2 for part in beads])  # two beads of different colours on the axis
    return str(fixed // (2 * n))


def arrangements(beads):
    if not any(beads):
        yield ()
        return
    for colour, left in enumerate(beads):
        if left:
            for rest in arrangements([part - (i == colour) for i, part in enumerate(beads)]):
                yield (colour, *rest)


def solve(p):
    """Every arrangement that is the smallest of its class."""
    count = 0
    for ring in arrangements(p["beads"]):
        turns = [ring[k:] + ring[:k] for k in range(len(ring))]
        count += ring == min(min(turns), min(turn[::-1] for turn in turns))
    return str(count)
