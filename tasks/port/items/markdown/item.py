"""A small markup language with blocks, nested lists and inline marks, turned into HTML."""

SOURCE, TARGET = "javascript", "python"
LEVEL, SIMULATED_DIFFICULTY = "medium", 0.7
TAGS = ["parser", "text"]
ARGUMENTS = False
ABOUT = "It turns a small markup language into HTML."
INPUT = """Text in the language that the reference reads: headings, paragraphs, nested lists, quotes, code blocks, tables, and marks within a line, closed or
not. Printable ASCII. Some texts are refused."""


def parameters(random):
    head, item, strong, soft, code, quote = random.sample("#=!*-+_/|^%~@$", 6)
    return {
        "head": head,
        "item": item,
        "strong": strong,
        "soft": soft,
        "code": code,
        "quote": quote,
        "fence": random.choice(["```", "'''", ":::", "..."]),
        "strong_tag": random.choice(["b", "strong"]),
        "soft_tag": random.choice(["i", "em"]),
        "deepest": random.randint(2, 4),
        "indent": random.choice([2, 3]),
    }


def inline(random, p, hard):
    words = []
    for _ in range(random.randint(1, 5)):
        word = random.choice(["word", "a<b", "x & y", "plain", "5 > 3", '"say"', "end."])
        mark = random.choice([p["strong"], p["soft"], p["code"], "", "", ""])
        close = mark if random.random() < (0.75 if hard else 1) else ""
        words.append(mark + word + close)
    if random.random() < 0.2:
        words.append(random.choice(["[text](target)", "[a](b", "[x]", "[m&m](u?a=1&b=2)", f"[{p['strong']}bold{p['strong']}](t)"]))
    if hard and random.random() < 0.3:
        words.append(random.choice(["\\" + p["strong"] + "no" + p["strong"], p["strong"] + p["soft"] + "both" + p["soft"] + p["strong"], "\\", p["code"] * 2]))
    return " ".join(words)


def block(random, p, hard):
    kind = random.randrange(6)
    if kind == 0:
        return [p["head"] * random.randint(1, p["deepest"] + (1 if hard else 0)) + " " + inline(random, p, hard)]
    if kind == 1:
        depth, lines = 0, []
        for _ in range(random.randint(1, 5)):
            lines.append(" " * (p["indent"] * depth) + p["item"] + " " + inline(random, p, hard))
            depth = max(0, min(2, depth + random.choice([-1, 0, 0, 1])))
        return lines
    if kind == 2:
        return [p["quote"] + " " + inline(random, p, hard) for _ in range(random.randint(1, 3))]
    if kind == 3:
        return [p["fence"], "x < y && " + p["strong"] + "z", "", "  " + p["head"] + " no", p["fence"]]
    return [inline(random, p, hard) for _ in range(random.randint(1, 3))]


def case(random, group, p):
    lines = []
    for _ in range(random.randint(1, 5)):
        lines += block(random, p, group != "typical")
        if random.random() < 0.7:
            lines += [""] * random.randint(1, 2)
    if group == "error":
        bad = [p["fence"], p["head"] * (p["deepest"] + 1) + " deep", " " * (p["indent"] * 3) + p["item"] + " far", "\ttab", p["head"] + "x", p["item"]]
        for line in random.sample(bad, random.randint(1, 2)):
            lines.insert(random.randint(0, len(lines)), line)
    return [], "\n".join(lines) + "\n"
