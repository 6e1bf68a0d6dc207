"""The radius of the circle through three lattice points."""

from fractions import Fraction

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "easy", -1.4, "number"
TAGS, SUMMARY = ["geometry"], "Circumradius of a triangle with given vertices"


def draw(stream):
    while True:
        points = [[stream.randrange(-12, 13), stream.randrange(-12, 13)] for _ in range(3)]
        if abs(doubled_area(points)) > 20:
            return {"points": points}


def doubled_area(points):
    (ax, ay), (bx, by), (cx, cy) = points
    return (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)


def statement(p):
    a, b, c = (f"({x}, {y})" for x, y in p["points"])
    return f"Find the radius of the circle through the points {a}, {b} and {c}."


def expected(p):
    """abc / (4 area)."""
    product = 1
    for i in range(3):
        (x, y), (u, v) = p["points"][i], p["points"][i - 1]
        product *= (x - u) ** 2 + (y - v) ** 2
    return f"sqrt({product}) / {2 * abs(doubled_area(p['points']))}"


def solve(p):
    """The centre from two perpendicular bisectors, then its distance from a vertex."""
    (ax, ay), (bx, by), (cx, cy) = p["points"]
    below = 2 * doubled_area(p["points"])
    b, c = (bx - ax) ** 2 + (by - ay) ** 2, (cx - ax) ** 2 + (cy - ay) ** 2
    ux, uy = Fraction(b * (cy - ay) - c * (by - ay), below), Fraction(c * (bx - ax) - b * (cx - ax), below)
    return f"sqrt({ux**2 + uy**2})"
