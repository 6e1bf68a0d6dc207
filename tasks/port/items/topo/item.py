"""Build order: layered topological sort with priorities, optional dependencies, and the shortest cycle where there is one."""

SOURCE, TARGET = "go", "javascript"
LEVEL, SIMULATED_DIFFICULTY = "medium", -0.4
TAGS = ["graph"]
ARGUMENTS = False
ABOUT = "It plans in which order the parts of a project can be built, in shifts, or says why there is none."
INPUT = """One rule a line: a part, its cost in brackets (optional), an arrow, the parts that it needs; some needs are marked as optional, some parts as
urgent (see the reference for the signs). Cycles, unknown needs, repeated parts and faulty lines occur."""

PARTS = "core net ui db log auth cache cli docs test pack i18n".split()


def parameters(random):
    return {
        "arrow": random.choice(["<-", ":", "needs", "after"]),
        "optional": random.choice("?~%"),
        "urgent": random.choice("!*+"),
        "shift": random.randint(2, 4),
        "default_cost": random.randint(1, 5),
        "tie": random.choice(["cost", "name"]),
    }


def case(random, group, p):
    names = random.sample(PARTS, random.randint(2, 4) if group == "edge" else random.randint(4, len(PARTS)))
    lines = []
    for i, name in enumerate(names):
        needs = random.sample(names[:i], min(i, random.choice([0, 1, 1, 2, 3])))
        needs = [n + (p["optional"] if random.random() < 0.2 else "") for n in needs]
        if random.random() < 0.15:
            needs.append("ghost" + p["optional"])
        cost = f"[{random.randint(1, 9)}]" if random.random() < 0.6 else ""
        urgent = p["urgent"] if random.random() < 0.2 else ""
        lines.append(f"{name}{urgent}{cost} {p['arrow']}" + "".join(" " + n for n in needs))
    random.shuffle(lines)
    if group != "typical" and random.random() < 0.7:
        for _ in range(random.randint(1, 3)):
            i = random.randrange(len(lines))
            lines[i] += " " + random.choice(names) + random.choice(["", "", p["optional"]])
    if group == "error" and random.random() < 0.7:
        bad = [f"{names[0]} {p['arrow']}", f"{names[0]}[x] {p['arrow']}", "lonely", f"{names[0]}[0] {p['arrow']}", f"new {p['arrow']} ghost", f"UP {p['arrow']} x", ""]
        lines.insert(random.randint(0, len(lines)), random.choice(bad))
    return [], "\n".join(lines) + "\n"
