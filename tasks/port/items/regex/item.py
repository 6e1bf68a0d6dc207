"""A backtracking matcher for a small pattern language with groups, lazy repeats, classes, anchors and back references."""

SOURCE, TARGET = "python", "go"
LEVEL, SIMULATED_DIFFICULTY = "hard", 1.8
TAGS = ["parser", "search"]
ARGUMENTS = True
ABOUT = "It searches lines for a pattern of its own language and shows what matched, or replaces it."
INPUT = """Arguments: the pattern, and optionally a replacement. Standard input: the lines to search (printable ASCII). Faulty patterns and patterns that take
too many steps occur; the steps are counted as the reference counts them."""


def parameters(random):
    any_, star, plus, maybe, alt, lazy, digit, word, start, end = random.sample("._*+?|~%#@^$&!=:;", 10)
    return {
        "any": any_,
        "star": star,
        "plus": plus,
        "maybe": maybe,
        "alt": alt,
        "lazy": lazy,
        "digit": digit,
        "word": word,
        "start": start,
        "end": end,
        "steps": random.randint(20, 60) * 100,
        "open": random.choice("<`"),
        "close": random.choice(">"),
    }


def pattern(random, p, depth, groups):
    out = ""
    for _ in range(random.randint(1, 3)):
        kind = random.random()
        if depth and kind < 0.3:
            groups.append(1)
            inner = pattern(random, p, depth - 1, groups)
            atom = "(" + inner + (p["alt"] + pattern(random, p, depth - 1, groups) if random.random() < 0.5 else "") + ")"
        elif kind < 0.4:
            atom = random.choice(["[ab]", "[^a]", "[a-c]", "[0-9x]", "[^b-z ]"])
        elif kind < 0.47 and groups:
            atom = f"\\{random.randint(1, len(groups))}"
        else:
            atom = random.choice(["a", "b", "c", "ab", "1", " ", p["any"], p["digit"], p["word"]])
        if random.random() < 0.4 and len(atom) != 2:
            atom += random.choice([p["star"], p["plus"], p["maybe"], "{2}", "{1,2}", "{0,}"]) + random.choice(["", "", p["lazy"]])
        out += atom
    return out


def case(random, group, p):
    groups = []
    text = pattern(random, p, 2, groups)
    if random.random() < 0.2:
        text = random.choice([p["start"] + text, text + p["end"], p["start"] + text + p["end"], text + p["alt"] + "b"])
    if group == "edge" and random.random() < 0.4:
        a, s = p["any"], p["star"]
        text = random.choice([f"(a{s}){s}b", "", f"({a}{s}){s}({a}{s}){s}c", f"(a{p['alt']}ab){s}c", f"({a})\\1", p["start"] + p["end"], f"(a{p['maybe']}){{3}}\\1b"])
    if group == "error":
        bad = ["(a", "a)", "[a", "[]", "[b-a]", p["star"], f"a{p['star']}{p['plus']}", "\\9", "a{2,1}", "a{x}", "\\", "a{100}", "()" * 10, f"({p['plus']})", "{2}", "[a-"]
        text = random.choice(bad) if random.random() < 0.8 else text + random.choice(bad)
    lines = []
    for _ in range(random.randint(1, 6)):
        lines.append("".join(random.choice("aaabbbcc1 2x") for _ in range(random.randint(0, 18))))
    if group == "edge":
        lines.append("a" * random.randint(10, 30))
    arguments = [text]
    if random.random() < 0.35:
        arguments.append(random.choice(["-", "<\\0>", "\\1\\1", "", "\\\\", "x\\2y"]))
    return arguments, "".join(line + "\n" for line in lines) or "\n"
