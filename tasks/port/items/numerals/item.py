"""Numerals with subtraction rules of their own, and number words of an invented language."""

SOURCE, TARGET = "c", "python"
LEVEL, SIMULATED_DIFFICULTY = "easy", -1.8
TAGS = ["numbers", "text"]
ARGUMENTS = False
ABOUT = "It turns whole numbers into numerals and words, and numerals back into numbers."
INPUT = "One whole number (up to six digits) or one numeral a line; numbers out of range and malformed numerals occur."


def parameters(random):
    letters = random.sample("ABCDEFGHJKLMNPQRSTUVWXYZ", 7)
    syllables = ["ba", "ke", "mo", "ti", "su", "ra", "no", "wi", "le", "du", "fa", "go"]
    digits = random.sample(syllables, 10)
    words = [d + random.choice("nrstlk") for d in digits]
    return {
        "letters": "".join(letters),
        "limit": random.choice([3999, 3899, 2999]),
        "words": ", ".join(f'"{w}"' for w in words),
        "ten": random.choice(["deka", "zehn", "tio"]),
        "hundred": random.choice(["honda", "kil", "sata"]),
        "thousand": random.choice(["myr", "elf", "tus"]),
        "joiner": random.choice(["-", "'", "."]),
        "repeat": random.choice([3, 4]),
    }


def numeral(number, p):
    """Greedy, with subtraction only where four would be too many: the reference's own rule."""
    l, out = p["letters"], ""
    for power, place in ((1000, 6), (100, 4), (10, 2), (1, 0)):
        d = number // power % 10
        if place == 6:
            out += l[6] * d
            continue
        one, five, ten = l[place], l[place + 1], l[place + 2]
        if d == 9 and p["repeat"] == 3:
            out += one + ten
        elif d == 4 and p["repeat"] == 3:
            out += one + five
        else:
            out += five * (d // 5) + one * (d % 5)
    return out


def case(random, group, p):
    lines = []
    for _ in range(random.randint(3, 9)):
        if group == "edge":
            n = random.choice([0, 1, 4, 9, 10, 40, 90, 99, 100, 400, 444, 999, 1000, p["limit"], p["limit"] + 1, 10000, 100010, 999999])
        else:
            n = random.randint(1, random.choice([99, 3999, 999999]))
        lines.append(numeral(n, p) if 0 < n <= p["limit"] and random.random() < 0.4 else str(n))
    if group == "error":
        letters = p["letters"]
        bad = [letters[0] * 5, letters[0] + letters[2] * 2, letters[1] * 2, "", "-4", "1000000", letters[0] + letters[6], "12a", letters[0].lower(), "007"]
        for line in random.sample(bad, random.randint(1, 4)):
            lines.insert(random.randint(0, len(lines)), line)
    return [], "\n".join(lines) + "\n"
