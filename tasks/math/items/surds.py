"""The four real roots of a quartic that is a quadratic in x^2 + kx."""

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "medium", -0.6, "set"
TAGS, SUMMARY = ["polynomials", "roots"], "All roots of a quartic in radicals"


def draw(stream):
    square = {n * n for n in range(100)}
    while True:
        k, m, n = stream.randrange(1, 8), stream.randrange(-9, 20), stream.randrange(-9, 20)
        if m < n and all(k * k + 4 * value > 0 and k * k + 4 * value not in square for value in (m, n)):
            return {"k": k, "m": m, "n": n}


def coefficients(p):
    """(x^2 + kx - m)(x^2 + kx - n), highest first."""
    k, m, n = p["k"], p["m"], p["n"]
    return [1, 2 * k, k * k - m - n, -k * (m + n), m * n]


def statement(p):
    _, c3, c2, c1, c0 = coefficients(p)
    return f"Find all roots of x^4 + ({c3}) x^3 + ({c2}) x^2 + ({c1}) x + ({c0}). All four are real."


def expected(p):
    return [f"(-({p['k']}) {sign} sqrt({p['k'] ** 2 + 4 * value}))/2" for value in (p["m"], p["n"]) for sign in "+-"]


def solve(p):
    """From the coefficients alone: with y = x^2 + kx the quartic is y^2 + uy + v."""
    _, c3, c2, _, c0 = coefficients(p)
    k = c3 // 2
    u, v = c2 - k * k, c0
    roots = []
    for outer in "+-":
        y = f"((-({u}) {outer} sqrt({u * u - 4 * v}))/2)"
        roots += [f"-({k})/2 {inner} sqrt({k * k}/4 + {y})" for inner in "+-"]
    return roots
