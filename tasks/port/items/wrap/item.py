"""Text wrapping: words, hanging bullets, cut words, justified lines."""

SOURCE, TARGET = "python", "javascript"
LEVEL, SIMULATED_DIFFICULTY = "easy", -2.3
TAGS = ["text"]
ARGUMENTS = False
ABOUT = "It wraps the paragraphs of a text to a fixed width and justifies them."
INPUT = """Plain ASCII text: words, runs of spaces, empty lines, lines that begin with the bullet, words longer than a line. A text without a word is
an error."""

WORDS = "a it the of port tiny reader column measure justified x7 (see) typographers, incomprehensibilities end. 42".split()


def parameters(random):
    return {
        "width": random.randint(21, 33),
        "indent": random.randint(2, 4),
        "bullet": random.choice("*+-%"),
        "cut": random.choice("~=^_"),
        "right_first": random.choice([0, 1]),
    }


def case(random, group, p):
    if group == "error":
        return [], random.choice([" ", "\n", "   \n", "\n\n \n"]) * random.randint(1, 4) + f"{p['bullet']}\n" * random.randint(0, 2)
    lines = []
    for _ in range(random.randint(2, 12)):
        words = [random.choice(WORDS) for _ in range(random.randint(1, 9))]
        if group == "edge" and random.random() < 0.4:
            words.insert(random.randrange(len(words)), random.choice("abQ") * random.randint(p["width"] - 4, 3 * p["width"]))
        line = (" " * random.randint(1, 3)).join(words)
        if random.random() < 0.25:
            line = p["bullet"] + random.choice(["", " ", "  "]) + line
        if group == "edge" and random.random() < 0.3:
            line = " " * random.randint(1, 5) + line + "  "
        lines.append(line)
        if random.random() < 0.25:
            lines.extend([""] * random.randint(1, 3))
    return [], "\n".join(lines) + random.choice(["", "\n"])
