"""The number of points of an elliptic curve over an extension field."""

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "hard", 2.5, "number"
TAGS, SUMMARY = ["number-theory", "elliptic-curves"], "Points of an elliptic curve over an extension field"


def draw(stream):
    while True:
        p = stream.choice([101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157])
        a, b = stream.randrange(1, p), stream.randrange(1, p)
        if (4 * a**3 + 27 * b * b) % p:
            return {"p": p, "a": a, "b": b, "k": stream.randrange(7, 14)}


def statement(p):
    return (
        f"Let E be the elliptic curve y^2 = x^3 + {p['a']} x + {p['b']} over the field of {p['p']} elements. How many points, the point at infinity included, does E have over the "
        f"field of {p['p']}^{p['k']} elements?"
    )


def expected(p):
    """Count over the prime field by squares; then s(k) = t s(k-1) - p s(k-2), and p^k + 1 - s(k) points."""
    prime = p["p"]
    squares = [0] * prime
    for y in range(prime):
        squares[y * y % prime] += 1
    t = prime - sum(squares[(x**3 + p["a"] * x + p["b"]) % prime] for x in range(prime))
    s = [2, t]
    while len(s) <= p["k"]:
        s.append(t * s[-1] - prime * s[-2])
    return str(prime ** p["k"] + 1 - s[p["k"]])


def solve(p):
    """Count by Euler's criterion; then the zeta function's numerator: the norm of 1 - alpha^k with alpha^2 = t alpha - p."""
    prime = p["p"]
    t = 0
    for x in range(prime):
        symbol = pow(x**3 + p["a"] * x + p["b"], (prime - 1) // 2, prime)
        t -= -1 if symbol == prime - 1 else symbol
    u, v = 1, 0  # alpha^k = u + v alpha
    for _ in range(p["k"]):
        u, v = -prime * v, u + t * v
    u, v = 1 - u, -v
    return str(u * u + u * v * t + v * v * prime)
