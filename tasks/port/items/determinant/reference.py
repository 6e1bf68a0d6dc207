import re
import sys
from fractions import Fraction

PIVOT = "@PIVOT@"
SLASH = "@SLASH@"
LARGEST = @LARGEST@
ORDER = "@ORDER@"


class Fault(Exception):
    pass


def number(text):
    match = re.fullmatch(r"(-?[0-9]+)@SLASH_PATTERN@([0-9]+)", text)
    if match:
        if int(match[2]) == 0:
            raise Fault(f"'{text}' divides by zero")
        return Fraction(int(match[1]), int(match[2]))
    if not re.fullmatch(r"-?([0-9]+(\.[0-9]+)?|\.[0-9]+)", text):
        raise Fault(f"'{text}' is no number")
    return Fraction(text)


def show(value):
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}{SLASH}{value.denominator}"


def table(rows):
    texts = [[show(v) for v in row] for row in rows]
    widths = [max(len(row[c]) for row in texts) for c in range(len(texts[0]))]
    for row in texts:
        print("  " + " ".join(t.rjust(w) for t, w in zip(row, widths)))


def choose(rows, column, top):
    """The row whose entry becomes the pivot; of equals the first."""
    candidates = [r for r in range(top, len(rows)) if rows[r][column] != 0]
    if not candidates:
        return None
    if PIVOT == "first":
        return candidates[0]
    size = lambda r: (abs(rows[r][column]), rows[r][column].denominator)
    return min(candidates, key=size) if PIVOT == "smallest" else max(candidates, key=lambda r: size(r)[0])


def reduce(rows, columns):
    """Gauss and Jordan in place over the first columns. Returns pivot columns and the product of pivots with its sign."""
    top, pivots, product = 0, [], Fraction(1)
    for column in range(columns):
        if top == len(rows):
            break
        row = choose(rows, column, top)
        if row is None:
            continue
        if row != top:
            rows[row], rows[top] = rows[top], rows[row]
            product = -product
            print(f"  r{top + 1} @SWAP@ r{row + 1}")
        pivot = rows[top][column]
        product *= pivot
        if pivot != 1:
            rows[top] = [v / pivot for v in rows[top]]
            print(f"  r{top + 1} * {show(1 / pivot)}")
        others = [r for r in range(len(rows)) if r != top]
        for r in others if ORDER == "down" else others[::-1]:
            factor = rows[r][column]
            if factor != 0:
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[top])]
                print(f"  r{r + 1} {'-' if factor > 0 else '+'} {show(abs(factor))} r{top + 1}")
        pivots.append(column)
        top += 1
    return pivots, product


def square(rows):
    if len(rows) != len(rows[0]):
        raise Fault(f"{len(rows)} x {len(rows[0])} is not square")


def det(rows):
    square(rows)
    pivots, product = reduce(rows, len(rows))
    return f"= {show(product if len(pivots) == len(rows) else Fraction(0))}"


def inverse(rows):
    square(rows)
    n = len(rows)
    wide = [row + [Fraction(int(i == r)) for i in range(n)] for r, row in enumerate(rows)]
    if len(reduce(wide, n)[0]) < n:
        return "= singular"
    table([row[n:] for row in wide])
    return "= inverse"


def solve(rows):
    if len(rows[0]) < 2:
        raise Fault("no unknowns")
    n = len(rows[0]) - 1
    pivots, _ = reduce(rows, n)
    if any(row[n] != 0 for row in rows[len(pivots) :]):
        return "= no solution"
    free = [c for c in range(n) if c not in pivots]
    for r, column in enumerate(pivots):
        text = show(rows[r][n])
        for f in free:
            if rows[r][f] != 0:
                text += f" {'-' if rows[r][f] > 0 else '+'} {show(abs(rows[r][f]))} x{f + 1}"
        print(f"  x{column + 1} = {text}")
    return "= one solution" if not free else f"= {len(free)} free"


def rank(rows):
    pivots, _ = reduce(rows, len(rows[0]))
    table(rows)
    return f"= {len(pivots)}"


TASKS = {"@N_DET@": det, "@N_INV@": inverse, "@N_SOLVE@": solve, "@N_RANK@": rank}


def run(lines):
    name, *texts = lines
    if name not in TASKS:
        raise Fault(f"unknown task '{name}'")
    if not texts:
        raise Fault("no rows")
    rows = [[number(t) for t in text.split()] for text in texts]
    for r, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise Fault(f"row {r} has {len(row)} of {len(rows[0])} entries")
    if max(len(rows), len(rows[0])) > LARGEST:
        raise Fault(f"larger than {LARGEST}")
    return TASKS[name](rows)


def main():
    faults = 0
    for index, block in enumerate(sys.stdin.read().strip("\n").split("\n\n"), 1):
        print(f"{index}. {block.split(chr(10))[0]}")
        try:
            print(run(block.split("\n")))
        except Fault as fault:
            print(f"! {fault}")
            faults += 1
    return faults


sys.exit(main())
