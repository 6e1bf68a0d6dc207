"""The determinant of a banded matrix with a variable, as a polynomial."""

from fractions import Fraction

DIFFICULTY, SIMULATED_DIFFICULTY, KIND, VARIABLES = "hard", 0.9, "expression", ["x"]
TAGS, SUMMARY = ["linear-algebra", "polynomials"], "Determinant of a cyclic tridiagonal matrix in x"


def draw(stream):
    return {"n": stream.randrange(7, 11), "a": stream.choice([-3, -2, 2, 3]), "b": stream.choice([-2, -1, 1, 2, 3]), "corner": stream.randrange(1, 6)}


def statement(p):
    return (
        f"Let M be the {p['n']} x {p['n']} matrix with x on the diagonal, {p['a']} just above it, {p['b']} just below it, {p['corner']} in the upper right corner, "
        "and 0 elsewhere. Find det M as an expression in x."
    )


def expected(p):
    """det = D(n) + (-1)^(n+1) corner b^(n-1) with D(k) = x D(k-1) - ab D(k-2): the minor of the corner is triangular."""
    below, d = [1], [0, 1]  # coefficients, lowest first
    for _ in range(p["n"] - 1):
        nxt = [0] + d
        for i, value in enumerate(below):
            nxt[i] -= p["a"] * p["b"] * value
        below, d = d, nxt
    d[0] += (-1) ** (p["n"] + 1) * p["corner"] * p["b"] ** (p["n"] - 1)
    return " + ".join(f"({value})*x^{i}" for i, value in enumerate(d))


def solve(p):
    """Determinants at n + 1 points, joined by Lagrange's formula."""
    n = p["n"]

    def at(x):
        rows = [[Fraction(x if i == j else p["a"] if j == i + 1 else p["b"] if j == i - 1 else 0) for j in range(n)] for i in range(n)]
        rows[0][n - 1] += p["corner"]
        value = Fraction(1)
        for j in range(n):
            pivot = next((i for i in range(j, n) if rows[i][j]), None)
            if pivot is None:
                return Fraction(0)
            if pivot != j:
                rows[j], rows[pivot], value = rows[pivot], rows[j], -value
            value *= rows[j][j]
            for i in range(j + 1, n):
                factor = rows[i][j] / rows[j][j]
                rows[i] = [x - factor * y for x, y in zip(rows[i], rows[j])]
        return value

    terms = []
    for i in range(n + 1):
        others = [j for j in range(n + 1) if j != i]
        below = 1
        for j in others:
            below *= i - j
        terms.append(f"({at(i) / below})*" + "*".join(f"(x-{j})" for j in others))
    return " + ".join(terms)
