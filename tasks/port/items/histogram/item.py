"""Statistics and a histogram in decimal fixed point with a stated rounding rule."""

SOURCE, TARGET = "python", "go"
LEVEL, SIMULATED_DIFFICULTY = "easy", -1.1
TAGS = ["numbers", "rounding"]
ARGUMENTS = False
ABOUT = "It prints statistics of decimal numbers, exactly rounded, and a histogram of them."
INPUT = """One decimal number a line (sign, digits, up to six decimals; up to 15 digits in all), empty lines and comments in between; faulty lines
occur."""


def parameters(random):
    return {
        "places": random.randint(2, 4),
        "rule": random.choice(["half-even", "half-up", "half-down"]),
        "bins": random.randint(4, 7),
        "bar": random.choice("#*=+"),
        "longest": random.randint(17, 30),
        "comment": random.choice(["#", ";", "!", "//"]),
    }


def number(random, group):
    if group == "edge":
        return random.choice(["0", "-0", "+5", ".5", "-.25", "7.", "0.000005", "-0.000015", "12.5", "0.125", "0.0625", "999999999.999999", "1.5", "2.5"])
    whole = random.randint(-200, 200)
    return str(whole) if random.random() < 0.4 else f"{whole}.{random.randint(0, 999)}"


def case(random, group, p):
    lines = []
    for _ in range(random.randint(1, 4) if group == "edge" else random.randint(3, 25)):
        lines.append(number(random, group))
        if random.random() < 0.15:
            lines.append(random.choice(["", "  ", p["comment"] + " note", "  " + lines[-1] + " "]))
    if group == "error":
        bad = random.choice(["1,5", "abc", "1.2.3", "--4", ".", "+", "1e5", "0x1F", "3 4", "1.2345678"])
        lines.insert(random.randint(0, len(lines)), bad)
        if random.random() < 0.2:
            lines = [p["comment"] + " nothing"]
    return [], "\n".join(lines) + "\n"
