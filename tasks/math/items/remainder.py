"""A power of a sum of powers modulo a composite number."""

DIFFICULTY, SIMULATED_DIFFICULTY, KIND = "easy", -2.5, "number"
TAGS, SUMMARY = ["number-theory"], "Remainder of a large power"


def draw(stream):
    return {"a": stream.randrange(12, 99), "k": stream.randrange(200, 999), "b": stream.randrange(12, 99), "l": stream.randrange(200, 999), "m": stream.randrange(1001, 9999)}


def statement(p):
    return f"Find the remainder of {p['a']}^{p['k']} + {p['b']}^{p['l']} on division by {p['m']}."


def expected(p):
    return str((pow(p["a"], p["k"], p["m"]) + pow(p["b"], p["l"], p["m"])) % p["m"])


def solve(p):
    return str((p["a"] ** p["k"] + p["b"] ** p["l"]) % p["m"])
