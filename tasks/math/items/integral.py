"""A definite integral of a rational function with a quadratic factor."""

from fractions import Fraction

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "medium", 0.4, "number"
TAGS, SUMMARY = ["calculus"], "Definite integral with logarithms and an arctangent"


def draw(stream):
    return {"a": stream.randrange(1, 6), "b": stream.randrange(1, 5), "p": stream.randrange(1, 9), "q": stream.randrange(-8, 9), "top": stream.randrange(1, 5)}


def statement(p):
    return f"Evaluate the integral from 0 to {p['top']} of ({p['p']} x + ({p['q']})) / ((x + {p['a']}) (x^2 + {p['b'] ** 2})) dx."


def expected(p):
    """A/(x+a) + (Bx + C)/(x^2 + b^2) with A = (q - pa)/(a^2 + b^2), B = -A, C = p + A a."""
    a, b2, top = p["a"], p["b"] ** 2, p["top"]
    big = Fraction(p["q"] - p["p"] * a, a * a + b2)
    c = p["p"] + big * a
    return f"({big})*ln({top + a}/{a}) - ({big})/2*ln({top * top + b2}/{b2}) + ({c})/{p['b']}*atan({top}/{p['b']})"


def solve(p):
    """The coefficients from three values of the integrand's numerator; checked by Simpson's rule."""
    from math import atan, log

    a, b, top = p["a"], p["b"], p["top"]
    # p x + q = A (x^2 + b^2) + (B x + C)(x + a): at x = -a, at x = 0, and the leading coefficient.
    A = Fraction(-p["p"] * a + p["q"], a * a + b * b)
    C = (p["q"] - A * b * b) / a
    B = -A
    value = float(A) * log((top + a) / a) + float(B) / 2 * log((top**2 + b**2) / b**2) + float(C) / b * atan(top / b)
    n, f = 2000, lambda x: (p["p"] * x + p["q"]) / ((x + a) * (x * x + b * b))
    h = top / n
    simpson = h / 3 * sum(f(i * h) * (1 if i in (0, n) else 4 if i % 2 else 2) for i in range(n + 1))
    assert abs(simpson - value) < 1e-7, (simpson, value)
    return f"({A})*(ln({top + a}) - ln({a})) + ({B})*(ln({top**2 + b**2}) - 2*ln({b}))/2 + ({C})*atan({top}/{b})/{b}"
