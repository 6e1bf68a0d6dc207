"""A closed form of a sum of polynomial times geometric terms."""

from fractions import Fraction

DIFFICULTY, SIMULATED_DIFFICULTY, KIND, VARIABLES, WHOLE = "hard", 1.2, "expression", ["n"], True
TAGS, SUMMARY = ["summation"], "Closed form of an arithmetic-geometric sum"


def draw(stream):
    return {"r": stream.choice([-3, -2, 2, 3, 4, 5]), "c": [stream.randrange(-4, 5), stream.randrange(-4, 5), stream.randrange(1, 5), stream.randrange(1, 3)]}


def statement(p):
    c0, c1, c2, c3 = p["c"]
    return (
        f"Find a closed form, as an expression in n, of the sum of (({c3}) k^3 + ({c2}) k^2 + ({c1}) k + ({c0})) * ({p['r']})^k over k from 0 to n. "
        "It must hold for all whole n >= 1."
    )


def expected(p):
    """Seek q with r q(k+1) - q(k) = c(k); then the sum is q(n+1) r^(n+1) - q(0). Coefficients from the highest down."""
    from math import comb

    r, q = p["r"], [Fraction(0)] * 4
    for d in range(3, -1, -1):
        carried = sum(q[j] * comb(j, d) for j in range(d + 1, 4))
        q[d] = (p["c"][d] - r * carried) / Fraction(r - 1)
    shifted = " + ".join(f"({value})*(n+1)^{d}" for d, value in enumerate(q))
    return f"({shifted})*({r})^(n+1) - ({q[0]})"


def solve(p):
    """Five unknowns (a cubic times r^n, and a constant) fitted to the first five sums."""
    r = Fraction(p["r"])
    sums, total = [], Fraction(0)
    for k in range(8):
        total += sum(c * k**d for d, c in enumerate(p["c"])) * r**k
        sums.append(total)
    rows = [[n**d * r**n for d in range(4)] + [Fraction(1), sums[n]] for n in range(5)]
    for j in range(5):
        pivot = next(i for i in range(j, 5) if rows[i][j])
        rows[j], rows[pivot] = rows[pivot], rows[j]
        rows[j] = [value / rows[j][j] for value in rows[j]]
        for i in range(5):
            if i != j:
                rows[i] = [x - rows[i][j] * y for x, y in zip(rows[i], rows[j])]
    q = [row[-1] for row in rows]
    assert all(sum(q[d] * n**d for d in range(4)) * r**n + q[4] == sums[n] for n in range(8))
    return "(" + " + ".join(f"({q[d]})*n^{d}" for d in range(4)) + f")*({p['r']})^n + ({q[4]})"
