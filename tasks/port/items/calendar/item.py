"""Arithmetic in an invented calendar: month lengths, leap rule, weeks, working days, conversion from the civil calendar."""

SOURCE, TARGET = "c", "go"
LEVEL, SIMULATED_DIFFICULTY = "medium", -0.3
TAGS = ["calendar", "numbers"]
ARGUMENTS = False
ABOUT = "It answers questions about dates in a calendar of its own, and converts them from and to the Gregorian calendar."
INPUT = """One question a line, in the forms that the reference reads; years from -9999 to 9999 are dates, dates that do not exist and malformed
questions occur."""


def lengths(random):
    months = random.randint(9, 13)
    base, extra = divmod(364 + random.randint(0, 1), months)
    out = [base + (1 if i < extra else 0) for i in range(months)]
    random.shuffle(out)
    return out


def parameters(random):
    months = lengths(random)
    return {
        "lengths": ", ".join(map(str, months)),
        "months": len(months),
        "year": sum(months),
        "leap_every": random.choice([3, 4, 5]),
        "leap_except": random.choice([60, 80, 120]),
        "leap_month": random.randint(1, len(months)),
        "week": random.choice([5, 6, 8, 9]),
        "rest": random.randint(1, 2),
        "offset": random.randint(-400000, 400000),
    }


def date(random, group, p):
    month_lengths = [int(x) for x in p["lengths"].split(",")]
    year = random.choice([0, -1, 1, 60, 80, 120, -120, 9999, -9999]) if group == "edge" else random.randint(1, 2600)
    month = random.choice([1, p["months"], p["leap_month"]]) if group == "edge" else random.randint(1, p["months"])
    day = random.choice([1, month_lengths[month - 1], month_lengths[month - 1] + (random.random() < 0.3)]) if group == "edge" else random.randint(1, 25)
    return f"{year}/{month}/{day}"


def case(random, group, p):
    lines = []
    for _ in range(random.randint(3, 10)):
        a, b = date(random, group, p), date(random, group, p)
        n = random.choice([0, 1, -1, 30, 365, -365, 100000]) if group == "edge" else random.randint(-900, 900)
        civil = f"{random.randint(1600, 2400)}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}"
        if group == "edge" and random.random() < 0.4:
            civil = random.choice(["2000-02-29", "1900-02-28", "1600-03-01", "2024-12-31", "0001-01-01", "9999-12-31"])
        small = f"{random.randint(1, 300)}/{random.randint(1, p['months'])}/{random.randint(1, 25)}"
        near = f"{a.rsplit('/', 1)[0]}/{random.randint(1, 25)}"
        lines.append(
            random.choice(
                [f"{a} + {n}", f"{a} - {b}", f"day {a}", f"year {random.randint(-200, 2600)}", f"from {civil}", f"to {a}", f"work {near} {random.randint(-40, 40)}", f"day {small}"]
            )
        )
    if group == "error":
        bad = ["day 5/1", "day 1/99/1", "day 1/1/0", "from 1900-02-29", "from 2000-13-01", "5/1/1 * 3", "", "work 5/1/1", "to 1/1/99", "9999/1/1 + 999999", "day x"]
        for line in random.sample(bad, random.randint(1, 4)):
            lines.insert(random.randint(0, len(lines)), line)
    return [], "\n".join(lines) + "\n"
