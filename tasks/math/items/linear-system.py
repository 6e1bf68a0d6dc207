"""A system of four linear equations with a rational solution."""

from fractions import Fraction

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "easy", -1.6, "list"
TAGS, SUMMARY = ["linear-algebra"], "Solve four linear equations exactly"


def determinant(rows):
    if len(rows) == 1:
        return rows[0][0]
    return sum((-1) ** j * rows[0][j] * determinant([row[:j] + row[j + 1 :] for row in rows[1:]]) for j in range(len(rows)))


def draw(stream):
    while True:
        matrix = [[stream.randrange(-9, 10) for _ in range(4)] for _ in range(4)]
        if abs(determinant(matrix)) > 50:
            return {"matrix": matrix, "right": [stream.randrange(-20, 21) for _ in range(4)]}


def statement(p):
    lines = [" + ".join(f"({value}) {name}" for value, name in zip(row, "wxyz")) + f" = {right}" for row, right in zip(p["matrix"], p["right"])]
    return "Solve the system\n\n    " + "\n    ".join(lines) + "\n\nand give w, x, y, z in this order."


def expected(p):
    """Cramer's rule."""
    below = determinant(p["matrix"])
    return [str(Fraction(determinant([row[:j] + [right] + row[j + 1 :] for row, right in zip(p["matrix"], p["right"])]), below)) for j in range(4)]


def solve(p):
    """Elimination."""
    rows = [[Fraction(value) for value in (*row, right)] for row, right in zip(p["matrix"], p["right"])]
    for j in range(4):
        pivot = next(i for i in range(j, 4) if rows[i][j])
        rows[j], rows[pivot] = rows[pivot], rows[j]
        rows[j] = [value / rows[j][j] for value in rows[j]]
        for i in range(4):
            if i != j:
                rows[i] = [a - rows[i][j] * b for a, b in zip(rows[i], rows[j])]
    return [str(row[4]) for row in rows]
