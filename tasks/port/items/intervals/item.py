"""Half-open integer intervals: merging with a gap, subtracting, free slots."""

SOURCE, TARGET = "go", "python"
LEVEL, SIMULATED_DIFFICULTY = "easy", -2.0
TAGS = ["intervals"]
ARGUMENTS = False
ABOUT = "It keeps a set of time spans within one day and answers questions about it."
INPUT = """One command a line: four commands take a span such as `09:30-11:15`, two take none (see the reference for their names). Faulty lines are
reported and skipped."""


def parameters(random):
    names = random.sample(["add", "put", "book", "hold", "drop", "free", "cut", "show", "list", "gaps", "holes", "test", "probe", "clip"], 6)
    return {
        **dict(zip(("n_add", "n_cut", "n_clip", "n_test", "n_list", "n_gaps"), names)),
        "joins": random.choice([0, 5, 10, 15]),
        "shortest": random.choice([15, 20, 30, 45]),
    }


def span(random, group):
    a, b = sorted(random.sample(range(0, 1441, 5 if group != "edge" else 30), 2))
    return f"{a // 60:02d}:{a % 60:02d}-{b // 60:02d}:{b % 60:02d}"


def case(random, group, p):
    lines = []
    for _ in range(random.randint(3, 16)):
        name = random.choice(["n_add"] * 5 + ["n_cut", "n_clip", "n_test", "n_test", "n_list", "n_gaps"])
        if name == "n_clip" and random.random() < 0.6:
            continue
        lines.append(p[name] if name in ("n_list", "n_gaps") else f"{p[name]} {span(random, group)}")
    if group != "typical":
        for _ in range(random.randint(1, 3) if group == "error" else 1):
            bad = ["", "nope 01:00-02:00", p["n_add"], f"{p['n_cut']} 12:00-11:00", f"{p['n_test']} 9:00-10:00", f"{p['n_add']} 23:00-24:30"]
            bad += [f"{p['n_list']} 01:00-02:00", f"{p['n_add']} 10:60-11:00", f"{p['n_clip']} 10:00-10:00", f"{p['n_add']} 00:00-24:00"]
            lines.insert(random.randint(0, len(lines)), random.choice(bad))
    lines.append(p["n_list"])
    return [], "\n".join(lines) + "\n"
