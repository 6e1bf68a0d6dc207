"""A stack calculator on integers of any size, in a seeded output base, with division, powers, roots and gcd."""

SOURCE, TARGET = "python", "c"
LEVEL, SIMULATED_DIFFICULTY = "hard", 1.5
TAGS = ["numbers", "arithmetic"]
ARGUMENTS = False
ABOUT = "It is a stack calculator for integers of any size."
INPUT = """Words separated by blanks and line ends: integers (decimal, up to a few hundred digits) and operations. Results reach some thousand digits. Unknown
words, too short stacks, division by zero and results beyond the reference's limit occur."""

OPERATIONS = ("o_add", "o_sub", "o_mul", "o_div", "o_mod", "o_pow", "o_root", "o_gcd", "o_print", "o_dup", "o_swap", "o_cmp")


def parameters(random):
    words = ["plus", "take", "times", "by", "rest", "raise", "root", "common", "out", "copy", "turn", "cmp", "+", "-", "*", "/", "%", "**", "v", "&", "!", ":", "x", "?"]
    half = len(words) // 2
    return {
        **{name: words[i + half * random.randint(0, 1)] for i, name in enumerate(OPERATIONS)},
        "group": random.randint(3, 6),
        "mark": random.choice("_,.'"),
        "base": random.choice([7, 12, 13, 20, 36]),
        "limit": random.randint(40, 60) * 100,
        "euclid": random.choice([0, 1]),
    }


def integer(random, group):
    if group == "edge":
        return random.choice(["0", "-1", "1", "-7", "4294967296", "18446744073709551616", "-4294967295", "9" * 40, "1" + "0" * 60, "-1" + "0" * 30])
    size = random.choice([1, 2, 9, 10, 20, 60, 150])
    return random.choice(["", "", "-"]) + str(random.randint(1, 10**size))


def case(random, group, p):
    words = []
    for _ in range(random.randint(1, 5)):
        words += [integer(random, group), integer(random, group)]
        for _ in range(random.randint(1, 3)):
            operation = random.choice(["o_add", "o_sub", "o_mul", "o_mul", "o_div", "o_mod", "o_gcd", "o_cmp", "o_root", "o_pow", "o_dup", "o_swap"])
            if operation == "o_pow":
                words += [str(random.randint(0, 12)), p["o_pow"], p["o_print"]]
            elif operation == "o_root":
                words += [p["o_dup"], p["o_mul"], integer(random, "typical").lstrip("-"), p["o_add"], p["o_root"], p["o_print"]]
            elif operation in ("o_dup", "o_swap"):
                words += [p[operation]]
            else:
                words += [p[operation], p["o_print"], integer(random, group)]
        words.append("\n")
    if group == "error":
        bad = ["12a", "--3", "nope", p["o_add"] + " " + p["o_add"] + " " + p["o_add"] + " " + p["o_add"] * 2, f"5 0 {p['o_div']}", f"5 0 {p['o_mod']}", f"-4 {p['o_root']}"]
        bad += [f"2 -3 {p['o_pow']}", f"10 99999 {p['o_pow']}", f"{'9' * 90} 80 {p['o_pow']}", "-", "007", "-0"]
        words.insert(random.randint(len(words) // 2, len(words)), random.choice(bad))
    return [], " ".join(words).replace(" \n", "\n").replace("\n ", "\n") + f" {p['o_print']}\n"
