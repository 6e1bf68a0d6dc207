"""A family of checksums on 32-bit words: polynomial, additive, rotating, check digits."""

SOURCE, TARGET = "c", "javascript"
LEVEL, SIMULATED_DIFFICULTY = "easy", -1.5
TAGS = ["bits"]
ARGUMENTS = False
ABOUT = "It computes several checksums of each line of its input, and verifies lines that carry one."
INPUT = """Lines of printable ASCII. A line of the form `NAME:HEX:TEXT` asks whether the checksum NAME of TEXT is HEX; any other line is summed.
Unknown names and malformed hexadecimal occur."""


def parameters(random):
    names = random.sample(["crc", "add", "mix", "rot", "sum", "fold", "tab", "dig"], 4)
    return {
        "n_poly": names[0],
        "n_pair": names[1],
        "n_mix": names[2],
        "n_digit": names[3],
        "poly": f"0x{random.getrandbits(31) | 0x80000001:08X}",
        "start": f"0x{random.getrandbits(32):08X}",
        "modulus": random.choice([65521, 65497, 65479]),
        "prime": f"0x{random.getrandbits(31) | 0x40000001:08X}",
        "turn": random.randint(5, 27),
        "weights": ", ".join(map(str, random.sample([1, 3, 5, 7, 9], 3))),
    }


def word(random, group):
    if group == "edge":
        return random.choice(["", " ", "~" * 200, "\\", "0", "a", "::", "x:y", "0000000", "The quick brown fox jumps over the lazy dog " * 3])
    return "".join(random.choice("abcdefghijklmnopqrstuvwxyz 0123456789-,.ABC") for _ in range(random.randint(1, 40)))


def case(random, group, p):
    lines = [word(random, group) for _ in range(random.randint(1, 6))]
    names = [p[n] for n in ("n_poly", "n_pair", "n_mix", "n_digit")]
    if group != "typical" or random.random() < 0.3:
        name = random.choice(names)
        value = f"{random.getrandbits(32):08x}" if name != p["n_digit"] else f"{random.randint(0, 9):x}"
        lines.append(f"{name}:{value}:{word(random, 'typical')}")
        lines.append(f"{p['n_digit']}:{random.randint(0, 9)}:{random.randint(0, 99999)}")
    if group == "error":
        bad = [f"{names[0]}:xyz:abc", "md5:00:abc", f"{names[1]}::abc", f"{names[2]}:123456789:abc", f"{names[3]}:G:12", "::", f"{names[0]}:0:"]
        lines += random.sample(bad, random.randint(1, 4))
    return [], "\n".join(lines) + "\n"
