"""An expression calculator: precedence and associativity of its own, variables, functions, errors with a column."""

SOURCE, TARGET = "python", "c"
LEVEL, SIMULATED_DIFFICULTY = "medium", 0.2
TAGS = ["parser", "numbers"]
ARGUMENTS = False
ABOUT = "It is a calculator for whole numbers with variables and functions."
INPUT = """One expression or assignment a line. Its operators, their precedence and the behaviour of division are those of the reference; numbers are
64-bit and overflow is an error. Faulty expressions occur."""

FUNCTIONS = ("n_max", "n_gcd", "n_abs")


def parameters(random):
    levels = [1, 2, 3, 4]
    random.shuffle(levels)
    power, joker = random.sample(["^", "!", "@", "&", "|", "~"], 2)
    names = random.sample(["top", "big", "com", "dif", "pos", "len"], 3)
    return {
        "p_add": levels[0],
        "p_mul": levels[1],
        "p_joker": levels[2],
        "p_power": levels[3],
        "power": power,
        "joker": joker,
        "joker_scale": random.randint(3, 12),
        "division": random.choice(["floor", "trunc"]),
        "right": random.choice(["power", "joker"]),
        **dict(zip(FUNCTIONS, names)),
    }


def expression(random, p, depth, names):
    kind = random.random()
    if depth == 0 or kind < 0.25:
        return random.choice([str(random.randint(0, 30)), str(random.randint(1, 9)), random.choice(names) if names else "7"])
    if kind < 0.38:
        return "(" + expression(random, p, depth - 1, names) + ")"
    if kind < 0.45:
        return "-" + expression(random, p, depth - 1, names)
    if kind < 0.55:
        name = random.choice(FUNCTIONS)
        parts = [expression(random, p, depth - 1, names) for _ in range(1 if name == "n_abs" else random.randint(1, 3))]
        return p[name] + "(" + ", ".join(parts) + ")"
    operator = random.choice(["+", "-", "*", "/", "%", "+", "*", p["joker"], p["power"]])
    right = str(random.randint(0, 4)) if operator == p["power"] and random.random() < 0.8 else expression(random, p, depth - 1, names)
    space = random.choice(["", " "])
    return expression(random, p, depth - 1, names) + space + operator + space + right


def case(random, group, p):
    names, lines = [], []
    for _ in range(random.randint(2, 7)):
        text = expression(random, p, random.randint(1, 4), names)
        if group == "edge" and random.random() < 0.5:
            text = random.choice(["9223372036854775807", "-9223372036854775807 - 1", "-7 / 2", "-7 % 3", "7 % -3", "3037000500 * 3037000500", f"2{p['power']}62 * 2"])
        if random.random() < 0.4:
            name = random.choice("abcxyz")
            text = f"{name} = {text}"
            names.append(name)
        lines.append(text)
    if group == "error":
        bad = ["1 +", "(2 + 3", "2 3", "* 4", "1 / 0", "5 % (3 - 3)", "unknown + 1", f"{p['n_abs']}(1, 2)", f"{p['n_max']}()", "3 $ 4", "", "2)", "a = = 3", f"{p['n_gcd']} 3"]
        bad += [f"2 {p['power']} -1", f"10 {p['power']} 40", "99999999999999999999", f"{p['n_abs']} = 3", "4 = 5", "12ab"]
        for line in random.sample(bad, random.randint(2, 5)):
            lines.insert(random.randint(0, len(lines)), line)
    return [], "\n".join(lines) + "\n"
