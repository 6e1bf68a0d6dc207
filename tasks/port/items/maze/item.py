"""Cheapest way through a maze with doors, keys, mud, one-way steps and portals."""

SOURCE, TARGET = "c", "java"
LEVEL, SIMULATED_DIFFICULTY = "medium", 0.3
TAGS = ["search", "grid"]
ARGUMENTS = False
ABOUT = "It finds the cheapest way through a maze with keys and doors, and draws it."
INPUT = """The maze: lines of equal length of the reference's signs for wall, floor, mud, start, goal, arrows, portals (pairs of digits), keys (a to d) and doors
(A to D). Mazes without a way, ragged ones, and ones without start or goal occur."""


def parameters(random):
    wall, floor, mud, start, goal, trail = random.sample("#.~_%=+$&@*o", 6)
    order = list("NESW")
    random.shuffle(order)
    return {
        "wall": wall,
        "floor": floor,
        "mud": mud,
        "start": start,
        "goal": goal,
        "trail": trail,
        "mud_cost": random.randint(3, 6),
        "portal_cost": random.choice([1, 2, 5]),
        "order": "".join(order),
        "key_cost": random.randint(0, 2),
    }


def case(random, group, p):
    width, height = (random.randint(2, 5), random.randint(1, 3)) if group == "edge" else (random.randint(6, 14), random.randint(4, 9))
    cells = [[p["floor"] for _ in range(width)] for _ in range(height)]
    walls = random.choice([0.15, 0.25, 0.35])
    for row in cells:
        for x in range(width):
            r = random.random()
            row[x] = p["wall"] if r < walls else p["mud"] if r < walls + 0.12 else random.choice("<>^v") if r < walls + 0.17 else p["floor"]
    free = [(x, y) for x in range(width) for y in range(height)]
    random.shuffle(free)
    signs = [p["start"], p["goal"]]
    if len(free) > 12:
        for pair in random.sample(["aA", "bB", "cC", "11", "22"], random.randint(1, 4)):
            signs += list(pair)
    for sign, (x, y) in zip(signs, free):
        cells[y][x] = sign
    rows = ["".join(row) for row in cells]
    if group == "error":
        kind = random.randrange(6)
        at = random.randrange(height)
        if kind == 0:
            rows[at] += p["floor"]
        elif kind == 1:
            rows = [row.replace(p["goal"], p["floor"]) for row in rows]
        elif kind == 2:
            rows[at] = "?" + rows[at][1:]
        elif kind == 3:
            rows.append((p["start"] + p["start"]).ljust(width, p["floor"])[:width])
        elif kind == 4:
            rows[at] = "7" + rows[at][1:]
        else:
            rows = [] if random.random() < 0.5 else ["", ""]
    return [], "".join(row + "\n" for row in rows)
