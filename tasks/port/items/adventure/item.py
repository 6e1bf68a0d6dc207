"""A text adventure: a world read from the input, then commands, with locks, darkness, weights and a score."""

SOURCE, TARGET = "javascript", "csharp"
LEVEL, SIMULATED_DIFFICULTY = "medium", -0.2
TAGS = ["state", "parser"]
ARGUMENTS = False
ABOUT = "It plays a text adventure: it reads the world, then the player's commands."
INPUT = """First the world (rooms, ways, things, in the forms that the reference reads), then a line with a dash, then one command a line. Faulty worlds and
commands that are not understood occur."""

ROOMS = "cellar hall tower garden crypt attic".split()
THINGS = "lamp key sword coin book bread rope".split()


def parameters(random):
    return {
        "strength": random.randint(6, 11),
        "n_take": random.choice(["take", "grab", "get"]),
        "n_drop": random.choice(["drop", "leave"]),
        "n_look": random.choice(["look", "see"]),
        "n_open": random.choice(["open", "unlock"]),
        "moves": random.randint(12, 18),
        "worth": random.randint(3, 9),
        "penalty": random.randint(1, 3),
        "light": random.choice(["lamp", "torch", "candle"]),
    }


def case(random, group, p):
    rooms = random.sample(ROOMS, random.randint(2, 5))
    things = [p["light"] if t == "lamp" else t for t in random.sample(THINGS, random.randint(2, 6))]
    lines = [f"room {name}{' dark' if random.random() < 0.3 and i else ''}" for i, name in enumerate(rooms)]
    for a, b in zip(rooms, rooms[1:]):
        lines.append(f"way {a} {random.choice(['north', 'east', 'up'])} {b}" + (f" {random.choice(things)}" if random.random() < 0.4 else ""))
    for name in things:
        lines.append(f"thing {name} {random.choice(rooms[: 2 + (group == 'edge')])} {random.randint(0, 6)}")
    if group == "error" and random.random() < 0.6:
        bad = ["room hall hall", f"room {rooms[0]}", "way nowhere up cellar", f"way {rooms[0]} sideways {rooms[1]}", "thing x nowhere 1", f"thing x {rooms[0]} heavy", "ghost", ""]
        lines.insert(random.randint(1, len(lines)), random.choice(bad))
    lines.append("-")
    for _ in range(random.randint(4, 22)):
        kind = random.random()
        if kind < 0.4:
            lines.append(random.choice(["north", "east", "up", "south", "west", "down", "n", "e", "u", "s"]))
        elif kind < 0.75:
            lines.append(f"{random.choice([p['n_take'], p['n_take'], p['n_drop']])} {random.choice(things + ['all'])}")
        elif kind < 0.9:
            lines.append(f"{p['n_open']} {random.choice(['north', 'east', 'up', 'down'])}")
        else:
            lines.append(random.choice([p["n_look"], "bag", f"{p['n_look']} {random.choice(things)}"]))
        if group == "error" and random.random() < 0.3:
            lines.append(random.choice(["", "dance", p["n_take"], f"{p['n_open']} book", "  NORTH  ", f"{p['n_take']} the key"]))
    if random.random() < 0.3:
        lines.append("quit")
    return [], "\n".join(lines) + "\n"
