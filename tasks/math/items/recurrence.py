"""A closed form for a linear recurrence with a double root and a forcing term."""

from fractions import Fraction

DIFFICULTY, SIMULATED_DIFFICULTY, KIND, VARIABLES, WHOLE = "medium", 0.1, "expression", ["n"], True
TAGS, SUMMARY = ["recurrences"], "Closed form of a recurrence with a double root"


def draw(stream):
    root = stream.choice([-3, -2, 2, 3, 4])
    return {"r": root, "s": stream.choice([n for n in (1, 5, -1, -4) if n != root]), "a0": stream.randrange(-4, 5), "a1": stream.randrange(-4, 9), "c": stream.randrange(1, 6)}


def statement(p):
    r = p["r"]
    return (
        f"The sequence a(0) = {p['a0']}, a(1) = {p['a1']}, a(n) = ({2 * r}) a(n-1) - ({r * r}) a(n-2) + ({p['c']}) * ({p['s']})^n for n >= 2 is given. "
        "Find a closed form of a(n) as an expression in n, valid for all whole n >= 1."
    )


def expected(p):
    """Particular solution k s^n with k = c s^2 / (s - r)^2, then (u + v n) r^n from the two first values."""
    r, s = p["r"], p["s"]
    k = Fraction(p["c"] * s * s, (s - r) ** 2)
    u = p["a0"] - k
    v = (p["a1"] - k * s) / Fraction(r) - u
    return f"({k})*({s})^n + (({u}) + ({v})*n)*({r})^n"


def solve(p):
    """Three unknown coefficients fitted to a(0), a(1), a(2), and checked on the terms that follow."""
    r, s = p["r"], p["s"]
    a = [Fraction(p["a0"]), Fraction(p["a1"])]
    for n in range(2, 9):
        a.append(2 * r * a[-1] - r * r * a[-2] + p["c"] * Fraction(s) ** n)
    rows = [[Fraction(s) ** n, Fraction(r) ** n, n * Fraction(r) ** n, a[n]] for n in range(3)]
    for j in range(3):
        pivot = next(i for i in range(j, 3) if rows[i][j])
        rows[j], rows[pivot] = rows[pivot], rows[j]
        rows[j] = [value / rows[j][j] for value in rows[j]]
        for i in range(3):
            if i != j:
                rows[i] = [x - rows[i][j] * y for x, y in zip(rows[i], rows[j])]
    k, u, v = (row[3] for row in rows)
    assert all(k * Fraction(s) ** n + (u + v * n) * Fraction(r) ** n == a[n] for n in range(9))
    return f"({k})*({s})^n + ({u})*({r})^n + ({v})*n*({r})^n"
