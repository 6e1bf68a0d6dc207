"""Run-length image codec and filters on a small text format."""

SOURCE, TARGET = "javascript", "python"
LEVEL, SIMULATED_DIFFICULTY = "easy", -2.5
TAGS = ["codec", "image"]
ARGUMENTS = False
ABOUT = "It applies commands to a small picture that is given and printed in a run-length notation."
INPUT = """The first line holds width and height, the following lines the rows in run-length notation (a count, absent for 1, before each of the four
characters that stand for shades), then one command a line. Faulty rows and unknown commands occur."""


def parameters(random):
    shades = random.sample(".:o#@x+%", 4)
    commands = ["flip", "turn", "invert", "edges"]
    names = random.sample(["fa", "ko", "mi", "ruz", "lip", "ta", "ven", "os"], 4)
    return {"shades": "".join(shades), **dict(zip(commands, names)), "limit": random.randint(7, 9)}


def case(random, group, p):
    width, height = (random.randint(1, 3), random.randint(1, 3)) if group == "edge" else (random.randint(3, 14), random.randint(2, 8))
    rows = []
    for _ in range(height):
        row, left = "", width
        while left:
            n = min(left, random.choice([1, 1, 2, 3, 5]))
            row += ("" if n == 1 and random.random() < 0.7 else str(n)) + random.choice(p["shades"])
            left -= n
        rows.append(row)
    names = [p[n] for n in ("flip", "turn", "invert", "edges")]
    commands = [random.choice(names) for _ in range(random.randint(0, 5))]
    if group == "error":
        kind = random.randrange(4)
        at = random.randrange(height)
        if kind == 0:
            rows[at] += "2" + p["shades"][0]
        elif kind == 1:
            rows[at] = rows[at][:-1] + "?"
        elif kind == 2:
            commands.insert(random.randint(0, len(commands)), random.choice(["zoom", "", "FLIP"]))
        else:
            rows[at] += str(random.randint(1, 9))
    return [], "\n".join([f"{width} {height}", *rows, *commands]) + "\n"
