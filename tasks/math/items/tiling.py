"""Domino tilings of a very long strip, modulo a prime."""

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "hard", 2.3, "number"
TAGS, SUMMARY = ["combinatorics", "transfer-matrix"], "Domino and square tilings of a very long strip"
PRIME = 1_000_000_007


def draw(stream):
    return {"width": stream.choice([3, 4]), "length": stream.randrange(10**14, 10**15), "colours": stream.randrange(2, 6)}


def statement(p):
    return (
        f"A floor of {p['width']} x {p['length']} squares is laid with 1 x 2 tiles (lying in either direction, all alike) and with 1 x 1 tiles of {p['colours']} colours. "
        f"In how many ways can this be done? Give the remainder on division by {PRIME}."
    )


def fillings(width, taken, colours):
    """How one column with the squares `taken` can be filled: {squares that stick out into the next column: ways}."""
    found = {}

    def place(row, out, ways):
        if row == width:
            found[out] = found.get(out, 0) + ways
        elif taken >> row & 1:
            place(row + 1, out, ways)
        else:
            place(row + 1, out, ways * colours)
            place(row + 1, out | 1 << row, ways)
            if row + 1 < width and not taken >> row + 1 & 1:
                place(row + 2, out, ways)

    place(0, 0, 1)
    return found


def expected(p):
    """A power of the transfer matrix."""
    size = 1 << p["width"]
    matrix = [[fillings(p["width"], i, p["colours"]).get(j, 0) for j in range(size)] for i in range(size)]

    def times(x, y):
        columns = list(zip(*y))
        return [[sum(a * b for a, b in zip(row, column)) % PRIME for column in columns] for row in x]

    vector, n = [[int(j == 0) for j in range(size)]], p["length"]
    while n:
        if n & 1:
            vector = times(vector, matrix)
        matrix, n = times(matrix, matrix), n >> 1
    return str(vector[0][0])


def solve(p):
    """The first counts column by column, their shortest recurrence (Berlekamp and Massey), and x^length modulo its polynomial."""
    width, colours = p["width"], p["colours"]
    steps = {taken: fillings(width, taken, colours) for taken in range(1 << width)}
    states, counts = {0: 1}, []
    for _ in range(4 << width):
        counts.append(states.get(0, 0))
        grown = {}
        for taken, ways in states.items():
            for out, more in steps[taken].items():
                grown[out] = (grown.get(out, 0) + ways * more) % PRIME
        states = grown
    c, b, length, shift, last = [1], [1], 0, 1, 1
    for n, _ in enumerate(counts):
        gap = sum(c[i] * counts[n - i] for i in range(min(len(c), n + 1))) % PRIME
        if gap == 0:
            shift += 1
            continue
        factor, old = gap * pow(last, -1, PRIME), c
        c = [(x - factor * y) % PRIME for x, y in zip(c + [0] * (len(b) + shift - len(c)), [0] * shift + b + [0] * max(0, len(c) - len(b) - shift))]
        if 2 * length <= n:
            length, b, last, shift = n + 1 - length, old, gap, 1
        else:
            shift += 1
    c += [0] * (length + 1 - len(c))
    rule = [-value % PRIME for value in c[1:]]  # count(n) = sum of rule[i] count(n - 1 - i)

    def product(x, y):
        out = [0] * (2 * length - 1)
        for i, u in enumerate(x):
            for j, v in enumerate(y):
                out[i + j] = (out[i + j] + u * v) % PRIME
        for i in range(2 * length - 2, length - 1, -1):
            for j in range(length):
                out[i - 1 - j] = (out[i - 1 - j] + out[i] * rule[j]) % PRIME
        return out[:length]

    result, base, n = [1] + [0] * (length - 1), [0, 1] + [0] * (length - 2), p["length"]
    while n:
        if n & 1:
            result = product(result, base)
        base, n = product(base, base), n >> 1
    return str(sum(x * y for x, y in zip(result, counts)) % PRIME)
