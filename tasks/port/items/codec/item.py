"""A base-N codec with a seeded alphabet, blocks, padding, line checks and a decoder that names what is wrong."""

SOURCE, TARGET = "python", "c"
LEVEL, SIMULATED_DIFFICULTY = "medium", -0.1
TAGS = ["codec", "bytes"]
ARGUMENTS = True
ABOUT = "It encodes bytes as text in an alphabet of its own, and decodes such text."
INPUT = """One argument says which way (see the reference). To encode, standard input is any bytes, empty input included; to decode, text, which may be
damaged."""


def parameters(random):
    signs = list("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&()*+-;<=>?^_{|}~")
    random.shuffle(signs)
    zero = signs.pop()
    # Three bytes are four digits: that takes a base of at least 64, and a larger one leaves digits that mean nothing.
    base = random.choice([64, 66, 70])
    return {
        "alphabet": "".join(signs[:base]),
        "base": base,
        "zero": zero,
        "line": random.randint(28, 60),
        "step": random.choice([3, 5, 7, 11, 13]),
        "check": random.choice([7, 9, 11, 13]),
        "n_encode": random.choice(["pack", "wrap", "enc"]),
        "n_decode": random.choice(["unpack", "unwrap", "dec"]),
    }


def encode(data, p):
    """The reference's own encoding, to make texts worth decoding."""
    out, base, alphabet = "", p["base"], p["alphabet"]
    for at in range(0, len(data), 3):
        block = data[at : at + 3]
        if block == b"\0\0\0":
            out += p["zero"]
            continue
        value = int.from_bytes(block + b"\0" * (3 - len(block)), "big")
        digits = [value // base**k % base for k in (3, 2, 1, 0)]
        out += "".join(alphabet[(d + p["step"] * k) % base] for k, d in enumerate(digits[: len(block) + 1]))
    lines = [out[i : i + p["line"]] for i in range(0, len(out), p["line"])] or [""]
    return "".join(f"{line}:{sum(map(ord, line)) % p['check']}\n" for line in lines)


def data(random, group):
    size = random.choice([0, 1, 2, 3, 4]) if group == "edge" else random.randint(1, 120)
    if random.random() < 0.4:
        return bytes(random.choice([0, 0, 0, 0, 255, 65]) for _ in range(size))
    return bytes(random.getrandbits(8) for _ in range(size))


def case(random, group, p):
    if group != "error" and random.random() < 0.5:
        return [p["n_encode"]], data(random, group)
    text = encode(data(random, group), p)
    if group == "error":
        kind = random.randrange(6)
        at = random.randrange(len(text))
        if kind == 0:
            text = text[:at] + random.choice(["\"", " ", "A", p["zero"], p["alphabet"][-1]]) + text[at + 1 :]
        elif kind == 1:
            text = text[:at] + text[at + 1 :]
        elif kind == 2:
            text = text.replace(":", "", 1)
        elif kind == 3:
            line = p["alphabet"][3] * random.randint(1, 9)
            text = f"{line}:{sum(map(ord, line)) % p['check']}\n" + text
        elif kind == 4:
            return [random.choice(["", "zip", p["n_encode"].upper()])], text
        else:
            digits = "".join(p["alphabet"][(p["base"] - 1 + p["step"] * k) % p["base"]] for k in range(4))
            text = f"{digits}:{sum(map(ord, digits)) % p['check']}\n" + text
    return [p["n_decode"]], text
