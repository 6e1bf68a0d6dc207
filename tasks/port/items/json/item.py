"""A JSON dialect: parse with exact error places, then print canonically, or answer path queries."""

SOURCE, TARGET = "javascript", "c"
LEVEL, SIMULATED_DIFFICULTY = "hard", 1.2
TAGS = ["parser", "data"]
ARGUMENTS = True
ABOUT = "It reads a document in a dialect of JSON and prints it in canonical form, or the parts of it that paths name."
INPUT = """Arguments: paths, such as `a.b[2]` or `list[-1]`; none prints the whole document. Standard input: a document of the dialect (ASCII; comments,
bare keys, single quotes, digit separators and the like, as the reference has it). Faulty documents, repeated keys and paths that lead nowhere occur."""


def parameters(random):
    return {
        "comment": random.choice(["//", "#", ";"]),
        "assign": random.choice([":", "=", "=>"]),
        "yes": random.choice(["true", "yes", "on"]),
        "no": random.choice(["false", "no", "off"]),
        "nothing": random.choice(["null", "nil", "none"]),
        "separator": random.choice("_'"),
        "indent": random.randint(1, 4),
        "width": random.randint(24, 44),
        "repeat": random.choice(["last", "first"]),
        "deepest": random.randint(6, 9),
    }


def string(random, hard):
    text = random.choice(["", "a", "text", "two words", "x_1", "7up", "Name"])
    if hard and random.random() < 0.5:
        text += random.choice(["\\n", "\\t", "\\\\", "\\x41", "\\x7f", "\\x01", "\\/", "'", "{", "//"])
    quote = '"' if "'" in text else random.choice("'\"")
    return quote + text + quote


def value(random, p, depth, hard):
    kind = random.random()
    if depth == 0 or kind < 0.45:
        number = random.choice(["0", "-1", str(random.randint(-99999, 99999)), f"{random.randint(0, 99)}.{random.randint(0, 99):02d}"])
        if hard and random.random() < 0.5:
            number = random.choice([f"1{p['separator']}000", "1.50", "-0", "0.0", "12e3", "5e-2", "-1.20e1", "100e-2", "0x1F", "0.000001"])
        return random.choice([number, number, string(random, hard), p["yes"], p["no"], p["nothing"]])
    space = random.choice(["", " ", "\n", f" {p['comment']} note\n"])
    tail = random.choice(["", "", ","])
    if kind < 0.7:
        parts = [value(random, p, depth - 1, hard) for _ in range(random.randint(0, 5))]
        return "[" + space + (", " + space).join(parts) + (tail if parts else "") + space + "]"
    parts = []
    for _ in range(random.randint(0, 5)):
        key = random.choice(["id", "b", "list", "zeta", "Up", "a_1", '"two words"', "'q'", '""'])
        parts.append(f"{key}{random.choice(['', ' '])}{p['assign']} {value(random, p, depth - 1, hard)}")
    return "{" + space + (", " + space).join(parts) + (tail if parts else "") + space + "}"


def case(random, group, p):
    depth = random.randint(1, 4)
    text = value(random, p, depth, group != "typical")
    if depth > 1 and text[0] not in "[{":
        text = "{a" + p["assign"] + text + ", list" + p["assign"] + " [1, {b" + p["assign"] + "2}, 3]}"
    arguments = []
    if random.random() < 0.4:
        steps = ["a", "b", "list", "[0]", "[1]", "[-1]", "id", "zeta", "[1].b", "list[-1]", "a.b", ""]
        arguments = [random.choice(steps) for _ in range(random.randint(1, 3))]
        if group == "error":
            arguments.append(random.choice(["[x]", "a..b", ".", "a.", "[1", "a[]"]))
    if group == "error":
        kind = random.randrange(5)
        at = random.randrange(len(text) + 1)
        if kind == 0:
            text = text[:at]
        elif kind == 1:
            text = text[:at] + random.choice("}]{[,:'\"\\&") + text[at:]
        elif kind == 2:
            text = "[" * 12 + text + "]" * 12
        elif kind == 3:
            text = random.choice(["[1 2]", "[,]", "{a}", "01", "1.", "-", "'a", '"\\q"', "'\\x4'", "1e", "[1,,2]", "{1: 2}", "tru", "", f"1{p['separator']}", "\x01"])
        else:
            text += " " + random.choice(["1", "x", "]"])
    return arguments, text + random.choice(["", "\n"])
