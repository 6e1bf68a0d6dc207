"""The remainder of a high power of a linear polynomial modulo a quadratic one."""

DIFFICULTY, SIMULATED_DIFFICULTY, KIND, VARIABLES = "easy", -1.2, "expression", ["x"]
TAGS, SUMMARY = ["polynomials"], "Remainder of a polynomial power"


def draw(stream):
    r, s = stream.sample([n for n in range(-5, 6) if n], 2)
    return {"r": r, "s": s, "k": stream.randrange(18, 40), "c": stream.randrange(1, 5)}


def statement(p):
    return (
        f"Find the remainder of the polynomial (x + {p['c']})^{p['k']} on division by x^2 + ({-p['r'] - p['s']}) x + ({p['r'] * p['s']}), "
        "as an expression in x of degree at most 1."
    )


def expected(p):
    """The line through the values at the two roots."""
    at_r, at_s = (p["r"] + p["c"]) ** p["k"], (p["s"] + p["c"]) ** p["k"]
    return f"({at_r}) + ({at_s - at_r})/({p['s'] - p['r']}) * (x - ({p['r']}))"


def solve(p):
    """Multiplication by x + c, reduced each time."""
    trace, product = p["r"] + p["s"], p["r"] * p["s"]
    a, b = 0, 1  # a x + b
    for _ in range(p["k"]):
        a, b = a * trace + a * p["c"] + b, b * p["c"] - a * product
    return f"({a})*x + ({b})"
