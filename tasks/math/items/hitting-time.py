"""The expected time until a walker on a drawn graph reaches a goal."""

from fractions import Fraction

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "medium", 0.5, "number"
TAGS, SUMMARY = ["probability", "markov-chain"], "Expected hitting time of a random walk on a graph"


def draw(stream):
    names = "ABCDEFG"
    edges = {(names[i], names[i + 1]) for i in range(6)}
    others = [(a, b) for i, a in enumerate(names) for b in names[i + 2 :] if (a, b) != ("A", "G")]
    edges |= set(stream.sample(others, 4))
    return {"edges": sorted(edges), "stay": stream.randrange(3, 8)}


def statement(p):
    edges = ", ".join(f"{a}-{b}" for a, b in p["edges"])
    return (
        f"A walker stands at A on the graph with the edges {edges}. Each minute the walker stays where it is with probability 1/{p['stay']}, "
        "else goes along one of the edges at its place, each equally likely. Find the expected number of minutes until it is at G for the first time."
    )


def neighbours(p):
    found = {}
    for a, b in p["edges"]:
        found.setdefault(a, []).append(b)
        found.setdefault(b, []).append(a)
    return found


def expected(p):
    """Linear equations h(x) = 1 + mean of h over the neighbours, by elimination; staying lengthens time by stay/(stay-1)."""
    near = neighbours(p)
    names = [name for name in sorted(near) if name != "G"]
    rows = []
    for name in names:
        row = [Fraction(name == other) - Fraction(near[name].count(other), len(near[name])) for other in names]
        rows.append(row + [Fraction(1)])
    for j in range(len(names)):
        pivot = next(i for i in range(j, len(names)) if rows[i][j])
        rows[j], rows[pivot] = rows[pivot], rows[j]
        rows[j] = [value / rows[j][j] for value in rows[j]]
        for i in range(len(names)):
            if i != j:
                rows[i] = [x - rows[i][j] * y for x, y in zip(rows[i], rows[j])]
    return str(rows[names.index("A")][-1] * Fraction(p["stay"], p["stay"] - 1))


def solve(p):
    """States are taken out one by one; each move carries its probability and its expected duration."""
    near = neighbours(p)
    move = {a: {b: Fraction(p["stay"] - 1, p["stay"]) / len(bs) for b in bs} | {a: Fraction(1, p["stay"])} for a, bs in near.items()}
    time = {a: Fraction(1) for a in near}

    def without_loop(a):
        loop = move[a].pop(a, Fraction(0))
        move[a] = {b: chance / (1 - loop) for b, chance in move[a].items()}
        time[a] /= 1 - loop

    for gone in "FEDCB":
        without_loop(gone)
        for a in move:
            if a not in (gone, "G") and gone in move[a]:
                through = move[a].pop(gone)
                time[a] += through * time[gone]
                for b, chance in move[gone].items():
                    move[a][b] = move[a].get(b, 0) + through * chance
        del move[gone]
    without_loop("A")
    return str(time["A"])
