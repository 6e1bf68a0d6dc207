"""Line differences by longest common subsequence, with weights, hunks, context, and moved lines."""

SOURCE, TARGET = "python", "java"
LEVEL, SIMULATED_DIFFICULTY = "medium", 0.5
TAGS = ["dynamic programming", "text"]
ARGUMENTS = True
ABOUT = "It compares two texts line by line and prints the differences in hunks."
INPUT = """Standard input holds both texts, the second after a separating line (see the reference). Arguments: optional words that change what counts as
equal and how much context is shown. Identical texts, empty texts, a missing separator and bad arguments occur."""

WORDS = "alpha beta gamma delta alpha beta eps zeta".split()


def parameters(random):
    minus, plus, same, moved = random.sample("-+=<>~*!:^", 4)
    return {
        "separator": random.choice(["%%", "----", "=====", "@@"]),
        "minus": minus,
        "plus": plus,
        "same": same,
        "moved": moved,
        "context": random.randint(1, 3),
        "weight": random.choice(["count", "length"]),
        "first": random.choice(["old", "new"]),
        "n_case": random.choice(["-i", "nocase", "-c"]),
        "n_blank": random.choice(["-w", "noblank", "-b"]),
    }


def line(random):
    return (" " * random.choice([1, 1, 2])).join(random.choice(WORDS) for _ in range(random.randint(1, 2)))


def case(random, group, p):
    old = [line(random) for _ in range(random.choice([0, 1, 2]) if group == "edge" else random.randint(3, 16))]
    new = []
    for text in old:
        kind = random.random()
        if kind < 0.15:
            continue
        if kind < 0.3:
            new.append(line(random))
        new.append(random.choice([text.upper(), text.title(), text + " ", " " + text]) if kind > 0.9 else text)
    if len(new) > 3 and random.random() < 0.4:
        new.append(new.pop(0))
    if group == "edge" and random.random() < 0.5:
        new = random.choice([list(old), [], ["", ""], [" "]])
    arguments = random.sample([p["n_case"], p["n_blank"], f"context={random.randint(0, 4)}"], random.choice([0, 0, 1, 2]))
    separator = [p["separator"]]
    if group == "error":
        kind = random.randrange(3)
        if kind == 0:
            separator = []
            new = new or ["x"]
        elif kind == 1:
            arguments.append(random.choice(["-z", "context=", "context=x", "context=12", p["n_case"].upper() + "!"]))
        else:
            new.insert(random.randint(0, len(new)), p["separator"])
    return arguments, "".join(text + "\n" for text in [*old, *separator, *new])
