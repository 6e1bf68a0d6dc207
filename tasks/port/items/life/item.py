"""A cellular automaton with ageing cells on a torus or a strip; finds its period."""

SOURCE, TARGET = "javascript", "c"
LEVEL, SIMULATED_DIFFICULTY = "easy", -1.2
TAGS = ["simulation", "grid"]
ARGUMENTS = True
ABOUT = "It runs a cellular automaton whose cells age, until it repeats or the steps are over."
INPUT = """Arguments: the number of steps, and optionally a word that changes the shape of the world (see the reference). Standard input is the grid:
lines of equal length of the characters for empty, young and old. Ragged grids, unknown characters and bad arguments occur."""


def parameters(random):
    empty, young, old = random.sample(".-_ox*#@%8", 3)
    birth = sorted(random.sample([2, 3, 4, 6], 2))
    return {
        "empty": empty,
        "young": young,
        "old": old,
        "birth": ", ".join(map(str, birth)),
        "stay": ", ".join(map(str, sorted(random.sample([1, 2, 3, 4, 5], 3)))),
        "old_weight": random.choice([1, 2]),
        "age": random.randint(3, 5),
        "strip": random.choice(["strip", "tube", "flat"]),
    }


def case(random, group, p):
    width, height = random.randint(1, 3) if group == "edge" else random.randint(3, 16), random.randint(1, 9)
    density = random.choice([0.2, 0.35, 0.5])
    rows = ["".join(random.choice([p["young"], p["old"]]) if random.random() < density else p["empty"] for _ in range(width)) for _ in range(height)]
    arguments = [str(random.choice([0, 1, 2, 5, 20, 60]))] + ([p["strip"]] if random.random() < 0.4 else [])
    if group == "error":
        kind = random.randrange(5)
        at = random.randrange(height)
        if kind == 0:
            rows[at] += p["empty"]
        elif kind == 1:
            rows[at] = rows[at][:-1] + "?"
        elif kind == 2:
            arguments = random.choice([["-3"], ["x"], ["5", "mobius"], ["1001"], ["1", p["strip"], "1"], []])
        elif kind == 3:
            rows = []
        else:
            rows.insert(at, "")
    return arguments, "".join(row + "\n" for row in rows)
