"""A formatter and checker for a small language: tokens, a tree, fewest parentheses, line breaking, kept comments, scopes."""

SOURCE, TARGET = "java", "c"
LEVEL, SIMULATED_DIFFICULTY = "hard", 2.4
TAGS = ["parser", "formatter"]
ARGUMENTS = False
ABOUT = "It formats programs of a small language in one canonical way, and reports what is wrong with their names."
INPUT = "A program in the reference's language, badly formatted, with comments. Programs with errors of syntax, unknown names and wrong calls occur."


def parameters(random):
    return {
        "k_let": random.choice(["let", "var", "def"]),
        "k_fn": random.choice(["fn", "func", "sub"]),
        "k_while": random.choice(["while", "loop", "during"]),
        "k_return": random.choice(["return", "give", "yield"]),
        "k_print": random.choice(["print", "show", "say"]),
        "comment": random.choice(["#", "@", "$"]),
        "indent": random.randint(2, 4),
        "width": random.randint(26, 38),
        "brace": random.choice(["same", "next"]),
        "high": random.choice(["arithmetic", "comparison"]),
        "deepest": random.randint(5, 8),
        "trailing": random.choice(["yes", "no"]),
    }


NAMES = ["a", "total", "x1", "count", "value", "i"]


def expression(random, depth, names):
    kind = random.random()
    if depth == 0 or kind < 0.25:
        return random.choice([str(random.randint(0, 999)), random.choice(names or NAMES), random.choice(names or NAMES), '"text"', '"a b"'])
    if kind < 0.4:
        return "(" + expression(random, depth - 1, names) + ")"
    if kind < 0.5:
        return random.choice("-!") + expression(random, depth - 1, names)
    if kind < 0.65:
        arguments = [expression(random, depth - 1, names) for _ in range(random.randint(0, 3))]
        return random.choice(["f", "f", "work"]) + "(" + random.choice([",", " , "]).join(arguments) + ")"
    operator = random.choice(["+", "-", "*", "/", "%", "+", "-", "&&", "||", "<", "==", "!=", ">="])
    left, right = expression(random, depth - 1, names), expression(random, depth - 1, names)
    if operator in ("<", "==", "!=", ">="):
        left, right = f"({left})", f"({right})"
    space = random.choice(["", " ", "  ", "\n "])
    return left + space + operator + space + right


def block(random, p, depth, names):
    out = "{" + random.choice(["", "\n"])
    for _ in range(random.randint(0, 3)):
        out += statement(random, p, depth - 1, list(names))
    return out + "}" + random.choice(["", "\n", " "])


def statement(random, p, depth, names):
    kind = random.random()
    comment = random.choice(["", "", "", f"{p['comment']} note\n", f"  {p['comment']}two\n{p['comment']}  lines \n"])
    if depth and kind < 0.15:
        tail = random.choice(["", "else " + block(random, p, depth, names)])
        return comment + f"if({expression(random, 2, names)})" + block(random, p, depth, names) + tail
    if depth and kind < 0.25:
        return comment + f"{p['k_while']} ( {expression(random, 2, names)} )" + block(random, p, depth, names)
    if kind < 0.5:
        name = random.choice(NAMES)
        text = f"{p['k_let']} {name}={expression(random, 3, names)};"
        names.append(name)
        return comment + text + random.choice(["\n", " ", "\n\n\n"])
    if kind < 0.6 and names:
        return comment + f"{random.choice(names)} = {expression(random, 2, names)};"
    if kind < 0.85:
        return comment + f"{p['k_print']} {expression(random, 4, names)};" + random.choice(["", "\n"])
    return comment + f"f({expression(random, 1, names)}, {expression(random, 2, names)});\n"


def case(random, group, p):
    names, out = [], ""
    if random.random() < 0.7:
        out += f"{p['k_fn']} f(p,q)" + "{" + f"{p['k_return']} {expression(random, 2, ['p', 'q'])};" + "}"
    if group == "edge" and random.random() < 0.5:
        out += f"{p['k_fn']} work(){{}}\n{p['comment']} last"
        out += "\n"
    for _ in range(random.randint(0, 2) if group == "edge" else random.randint(1, 4)):
        out += statement(random, p, 2, names)
    if group == "error":
        kind = random.randrange(3)
        at = random.randrange(len(out) + 1)
        if kind == 0:
            out = out[:at]
        elif kind == 1:
            out = out[:at] + random.choice(["?", ")", "}", "{", ";", "=", '"', " 1 ", "&", "< 1 <"]) + out[at:]
        else:
            out += random.choice(["{" * 9, f"{p['k_let']} 5 = 1;", f"if (1) {{}} else", "1 < 2 < 3;", f"{p['k_fn']} f(a, a) {{}}", f"{p['k_return']} 1;", "x1 = ;", "f(1,);", "12ab;"])
    return [], out + "\n"
