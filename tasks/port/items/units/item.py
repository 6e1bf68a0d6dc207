"""Unit conversion over a graph of exact ratios, with derived units and dimension errors."""

SOURCE, TARGET = "python", "java"
LEVEL, SIMULATED_DIFFICULTY = "medium", -0.5
TAGS = ["numbers", "graph"]
ARGUMENTS = False
ABOUT = "It reads definitions of units and converts quantities exactly."
INPUT = """Lines of three kinds, in any order: definitions `1 NAME = N OTHER` (N an integer or a fraction such as 7/3), conversions
`Q NAME -> OTHER` and compound ones `Q NAME/NAME -> OTHER/OTHER` (Q may have decimals). Undefined units, contradictory definitions and faulty lines
occur."""

UNITS = "span foot rod mark groat crown pinch dram stone blink turn moon".split()


def parameters(random):
    return {
        "places": random.randint(3, 6),
        "arrow": random.choice(["->", "=>", "in", "to"]),
        "base_count": random.randint(2, 3),
        "exact": random.choice(["=", "==", "exactly"]),
        "near": random.choice(["~", "~=", "about"]),
    }


def quantity(random, group):
    if group == "edge":
        return random.choice(["0", "1", "-3", "0.5", "-0.25", "1000000007", "2/3", "-7/21", "0.0004"])
    return str(random.randint(1, 500)) if random.random() < 0.6 else f"{random.randint(0, 90)}.{random.randint(1, 99):02d}"


def ratio(random):
    return str(random.randint(2, 24)) if random.random() < 0.7 else f"{random.randint(1, 19)}/{random.randint(2, 13)}"


def case(random, group, p):
    names = random.sample(UNITS, random.randint(5, len(UNITS)))
    roots, lines = names[: p["base_count"]], []
    families = {root: [root] for root in roots}
    for name in names[p["base_count"] :]:
        family = families[random.choice(roots)]
        pair = [name, random.choice(family)]
        random.shuffle(pair)
        lines.append(f"1 {pair[0]} = {ratio(random)} {pair[1]}")
        family.append(name)
    if group == "typical":
        lines = lines[::-1] if random.random() < 0.5 else lines
    count = random.randint(2, 7)
    for _ in range(count):
        family = families[random.choice(roots)]
        a, b = random.choice(family), random.choice(family)
        if random.random() < 0.3:
            other = families[random.choice(roots)]
            a, b = f"{a}/{random.choice(other)}", f"{b}/{random.choice(other)}"
        lines.insert(random.randint(len(lines) * 2 // 3, len(lines)), f"{quantity(random, group)} {a} {p['arrow']} {b}")
    if group == "error":
        family = families[roots[0]]
        bad = [f"1 {roots[0]} {p['arrow']} {roots[1]}", f"1 ell {p['arrow']} {roots[0]}", "7 days", f"1 {family[-1]} = 5 {family[0]}", "1/0 a = b"]
        bad += [f"x {roots[0]} {p['arrow']} {roots[0]}", f"2 {roots[0]} = 4 {roots[1]}", f"1 {roots[0]} = 0 ell", f"1 a/b/c {p['arrow']} a"]
        for line in random.sample(bad, random.randint(1, 3)):
            lines.insert(random.randint(len(lines) // 2, len(lines)), line)
    return [], "\n".join(lines) + "\n"
