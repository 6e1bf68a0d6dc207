"""Monotone lattice paths that avoid some points."""

from itertools import combinations
from math import comb

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "medium", -0.9, "number"
TAGS, SUMMARY = ["combinatorics"], "Count lattice paths that avoid forbidden points"


def draw(stream):
    width, height = stream.randrange(14, 20), stream.randrange(14, 20)
    inside = [[x, y] for x in range(2, width - 1) for y in range(2, height - 1) if abs(x * height - y * width) < 60]
    return {"width": width, "height": height, "holes": sorted(stream.sample(inside, 6))}


def statement(p):
    holes = ", ".join(f"({x}, {y})" for x, y in p["holes"])
    return f"How many paths lead from (0, 0) to ({p['width']}, {p['height']}) by steps (1, 0) and (0, 1) and pass through none of the points {holes}?"


def expected(p):
    """Row by row."""
    holes = {tuple(hole) for hole in p["holes"]}
    row = [0] * (p["width"] + 1)
    row[0] = 1
    for y in range(p["height"] + 1):
        for x in range(p["width"] + 1):
            row[x] = 0 if (x, y) in holes else row[x] + (row[x - 1] if x else 0)
    return str(row[-1])


def solve(p):
    """Inclusion and exclusion over chains of holes."""
    total = 0
    for size in range(len(p["holes"]) + 1):
        for chain in combinations(p["holes"], size):
            ways, x, y = (-1) ** size, 0, 0
            for u, v in [*chain, (p["width"], p["height"])]:
                ways *= comb(u - x + v - y, u - x) if u >= x and v >= y else 0
                x, y = u, v
            total += ways
    return str(total)
