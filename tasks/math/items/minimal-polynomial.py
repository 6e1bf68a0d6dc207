"""The minimal polynomial of a sum of a square root and a cube root."""

from fractions import Fraction

DIFFICULTY, SIMULATED_DIFFICULTY, KIND, VARIABLES = "hard", 2.0, "expression", ["x"]
TAGS, SUMMARY = ["algebra", "polynomials"], "Minimal polynomial of a sum of radicals"


def draw(stream):
    return {"a": stream.choice([2, 3, 5, 6, 7, 10, 11]), "b": stream.choice([2, 3, 5, 6, 7, 10, 12]), "u": stream.choice([-2, -1, 1, 2, 3]), "v": stream.choice([-2, -1, 1, 2])}


def statement(p):
    return f"Find the monic polynomial in x of least degree with rational coefficients that has ({p['u']}) sqrt({p['a']}) + ({p['v']}) cbrt({p['b']}) as a root."


def expected(p):
    """With s^2 = A and t^3 = B, (x - s)^3 = B gives x^3 + 3Ax - B = s(3x^2 + A); both sides are squared."""
    a, b = p["u"] ** 2 * p["a"], p["v"] ** 3 * p["b"]
    return f"(x^3 + 3*{a}*x - ({b}))^2 - {a}*(3*x^2 + {a})^2"


def solve(p):
    """The characteristic polynomial (Faddeev and LeVerrier) of multiplication by the number on the basis s^i t^j, i < 2, j < 3."""
    a, b = p["u"] ** 2 * p["a"], p["v"] ** 3 * p["b"]
    matrix = [[Fraction(0)] * 6 for _ in range(6)]
    for i in range(2):
        for j in range(3):
            here = 3 * i + j
            matrix[3 * (1 - i) + j][here] += a if i else 1
            matrix[3 * i + (j + 1) % 3][here] += b if j == 2 else 1
    coefficients, work = [Fraction(1)], [[Fraction(0)] * 6 for _ in range(6)]
    for k in range(1, 7):
        work = [[sum(matrix[i][l] * work[l][j] for l in range(6)) + (coefficients[-1] if i == j else 0) for j in range(6)] for i in range(6)]
        trace = sum(matrix[i][l] * work[l][i] for i in range(6) for l in range(6))
        coefficients.append(-trace / k)
    return " + ".join(f"({value})*x^{6 - k}" for k, value in enumerate(coefficients))
