"""The area common to two circles that meet at right angles, in closed form."""

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "medium", -0.2, "number"
TAGS, SUMMARY = ["geometry"], "Area common to two circles of different radius"


def draw(stream):
    return {"r": stream.randrange(2, 400), "kind": stream.randrange(2)}


def distance(p):
    """The distance of the centres and the other radius: r, r sqrt(3) at 2r, or r, r at r sqrt(2). Both pairs meet at right angles."""
    return ("2*%d" % p["r"], "%d*sqrt(3)" % p["r"]) if p["kind"] else ("%d*sqrt(2)" % p["r"], "%d" % p["r"])


def statement(p):
    d, other = distance(p)
    return f"Two circles have the radii {p['r']} and {other}; their centres are {d} apart. Find the area of the region that lies within both."


def expected(p):
    """Orthogonal circles: two sectors less the kite. For radii r, r sqrt(3): half angles pi/3 and pi/6; for equal radii pi/4 both."""
    r2 = p["r"] ** 2
    return f"{r2}*(pi/3 + 3*pi/6 - sqrt(3))" if p["kind"] else f"{r2}*(pi/2 - 1)"


def solve(p):
    """The general formula, with arccosines written as arctangents."""
    r2, big2, d2 = (p["r"] ** 2, 3 * p["r"] ** 2, 4 * p["r"] ** 2) if p["kind"] else (p["r"] ** 2, p["r"] ** 2, 2 * p["r"] ** 2)

    def half_angle(near, far):
        # cos = (d^2 + near - far) / (2 d sqrt(near)); the tangent is sqrt(1/cos^2 - 1).
        squared = f"(4*{d2}*{near})/(({d2}+{near}-{far})^2)"
        return f"atan(sqrt({squared} - 1))"

    kite = f"sqrt({4 * d2 * r2 - (d2 + r2 - big2) ** 2})/2"
    return f"{r2}*{half_angle(r2, big2)} + {big2}*{half_angle(big2, r2)} - {kite}"
