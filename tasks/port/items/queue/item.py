"""A discrete-event simulation of counters and customers with priorities, impatience, breaks and a seeded generator."""

SOURCE, TARGET = "java", "python"
LEVEL, SIMULATED_DIFFICULTY = "medium", 0.8
TAGS = ["simulation", "priority queue"]
ARGUMENTS = False
ABOUT = "It simulates customers at counters, event by event, and prints what happens."
INPUT = """Lines that describe counters, breaks and customers, in the forms that the reference reads; the last line may ask for random customers, which come from
the reference's own generator. Faulty lines occur."""


def parameters(random):
    return {
        "multiplier": random.choice([1103515245, 1664525, 22695477, 134775813]),
        "increment": random.choice([12345, 1013904223, 1, 2531011]),
        "shift": random.randint(9, 15),
        "pick": random.choice(["lowest", "longest idle"]),
        "change": random.randint(0, 3),
        "classes": random.randint(3, 5),
        "ageing": random.randint(6, 14),
        "n_random": random.choice(["crowd", "random", "burst"]),
    }


def case(random, group, p):
    lines = []
    for number in range(random.randint(1, 3)):
        speed = random.choice([50, 80, 100, 100, 150])
        lines.append(f"counter {'ABC'[number]} {speed}")
        if random.random() < 0.4:
            start = random.randint(0, 25)
            lines.append(f"break {'ABC'[number]} {start} {start + random.randint(1, 9)}")
    for number in range(random.randint(1, 3) if group == "edge" else random.randint(3, 9)):
        at = random.choice([0, 0, 5, 5, 7]) if group == "edge" else random.randint(0, 25)
        patience = f" {random.randint(0, 9)}" if random.random() < 0.4 else ""
        lines.append(f"customer c{number} {at} {random.randint(1, 9)} {random.randint(1, p['classes'])}{patience}")
    if random.random() < 0.5 or group == "edge":
        lines.append(f"{p['n_random']} {random.randint(1, 9)} {random.randint(0, 99999)}")
    if group == "error":
        bad = ["counter A 100", "break Z 1 2", "break A 5 5", "customer c0 1 1 1", "customer x -1 1 1", "customer x 1 0 1", f"customer x 1 1 {p['classes'] + 1}"]
        bad += ["", "shop", "counter D", "counter D 0", f"{p['n_random']} 0 1", "customer x 1 1 1 1 1", "counter dd 10"]
        lines.insert(random.randint(0, len(lines)), random.choice(bad))
    return [], "\n".join(lines) + "\n"
