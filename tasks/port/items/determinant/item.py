"""Linear algebra in exact fractions: rank, determinant, inverse, solution of a system, with row operations shown."""

SOURCE, TARGET = "python", "javascript"
LEVEL, SIMULATED_DIFFICULTY = "hard", 0.9
TAGS = ["numbers", "linear algebra"]
ARGUMENTS = False
ABOUT = "It reduces matrices of fractions exactly, showing its steps."
INPUT = """One or more tasks, separated by empty lines: a line that names the task (see the reference), then the rows: integers, fractions and decimals. Singular
matrices, ragged rows, wrong shapes and faulty numbers occur."""


def parameters(random):
    slash = random.choice(["/", ":", "|"])
    return {
        "pivot": random.choice(["smallest", "largest", "first"]),
        "n_det": random.choice(["det", "volume"]),
        "n_inv": random.choice(["inv", "invert"]),
        "n_solve": random.choice(["solve", "system"]),
        "n_rank": random.choice(["rank", "dim"]),
        "swap": random.choice(["<>", "swap", "x"]),
        "slash": slash,
        "slash_pattern": "\\" + slash,
        "largest": random.randint(5, 7),
        "order": random.choice(["down", "up"]),
    }


def number(random, p, group):
    kind = random.random()
    if kind < 0.6:
        return str(random.randint(-9, 9))
    if kind < 0.85:
        return f"{random.randint(-9, 9)}{p['slash']}{random.randint(1, 9)}"
    return random.choice(["0", "0.5", "-1.25", "2.0", "-.5", "1000000007", "0.001"]) if group == "edge" else f"{random.randint(-3, 3)}.{random.randint(0, 9)}"


def case(random, group, p):
    tasks = []
    for _ in range(random.randint(1, 3)):
        name = random.choice(["n_det", "n_inv", "n_solve", "n_rank"])
        size = random.choice([1, 2]) if group == "edge" else random.randint(2, p["largest"] - 1)
        columns = size + 1 if name == "n_solve" else random.randint(1, 5) if name == "n_rank" else size
        rows = [[number(random, p, group) for _ in range(columns)] for _ in range(size)]
        if random.random() < 0.3 and size > 1:
            rows[-1] = list(rows[0])
            if name == "n_solve" and random.random() < 0.5:
                rows[-1][-1] = "77"
        if group == "error" and random.random() < 0.7:
            kind = random.randrange(5)
            if kind == 0:
                rows[-1].append("1")
            elif kind == 1:
                rows[0][0] = random.choice(["x", "1" + p["slash"] + "0", "1e3", "--1", "."])
            elif kind == 2:
                rows = rows + [["1"] * columns for _ in range(p["largest"])]
            elif kind == 3:
                rows = []
            else:
                rows = rows[:-1]
        label = p[name] if group != "error" or random.random() < 0.8 else random.choice(["trace", "", p[name].upper()])
        tasks.append("\n".join([label or "?"] + [" ".join(row) for row in rows]))
    return [], "\n\n".join(tasks) + "\n"
