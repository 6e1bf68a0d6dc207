"""A bank ledger: accounts, limits, fees, standing orders, reversals, and the errors of each."""

SOURCE, TARGET = "python", "java"
LEVEL, SIMULATED_DIFFICULTY = "medium", -0.8
TAGS = ["state", "errors"]
ARGUMENTS = False
ABOUT = "It keeps the books of a small bank: it executes commands, refuses some of them with a reason, and prints a statement."
INPUT = "One command a line; the reference shows which there are. Every kind of refused command occurs."


def parameters(random):
    return {
        "fee_percent": random.choice([1, 2, 3]),
        "fee_least": random.randint(5, 25),
        "overdraft": random.choice([0, 50, 100]) * 100,
        "interest": random.choice([125, 150, 275, 310]),
        "undo": random.choice(["undo", "reverse", "void"]),
        "pay": random.choice(["pay", "send", "move"]),
        "sign": random.choice(["$", "EUR ", "q"]),
        "daily": random.choice([300, 400, 500]) * 100,
    }


def amount(random, group):
    if group == "edge":
        return random.choice(["0.01", "0.99", "100", "49.50", "300.00", "500", "1000", "0.50", "333.33"])
    return f"{random.randint(1, 400)}" + random.choice(["", f".{random.randint(0, 99):02d}"])


def case(random, group, p):
    names = random.sample(["ann", "bob", "cy", "dora", "eve", "fritz"], random.randint(2, 4))
    lines = [f"open {n}" for n in names] + [f"in {names[0]} {amount(random, group)}"]
    for _ in range(random.randint(4, 18)):
        a, b = random.choice(names), random.choice(names)
        lines.append(
            random.choice(
                [f"in {a} {amount(random, group)}"] * 3
                + [f"out {a} {amount(random, group)}"] * 3
                + [f"{p['pay']} {a} {b} {amount(random, group)}"] * 4
                + [f"{p['undo']} {random.randint(1, 12)}", "day", f"interest {a}", f"close {a}"]
            )
        )
    if group == "error":
        bad = ["open ann", "open Ann", "in zoe 5", "out ann", "in bob 1.234", "in ann 0", "in ann -5", "close zoe", f"{p['undo']} x", "", "steal ann 5"]
        bad += [f"{p['undo']} 99", f"{p['pay']} ann ann 5", "in ann 1000000000000", "interest"]
        for line in random.sample(bad, random.randint(2, 5)):
            lines.insert(random.randint(0, len(lines)), line)
    return [], "\n".join(lines) + "\n"
