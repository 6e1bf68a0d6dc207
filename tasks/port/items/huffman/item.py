"""Canonical prefix codes with a limited length, a move-to-front step, and a decoder that checks what it reads."""

SOURCE, TARGET = "go", "c"
LEVEL, SIMULATED_DIFFICULTY = "hard", 1.4
TAGS = ["compression", "bits"]
ARGUMENTS = True
ABOUT = "It packs bytes with prefix codes into printable text, and unpacks such text."
INPUT = """One argument says which way (see the reference). To pack, standard input is bytes; to unpack, a packed text, which may be damaged."""

SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-"


def parameters(random):
    signs = list(SIGNS)
    random.shuffle(signs)
    return {
        "signs": "".join(signs),
        "longest": random.randint(9, 12),
        "line": random.randint(40, 70),
        "n_pack": random.choice(["pack", "squeeze", "c"]),
        "n_unpack": random.choice(["unpack", "expand", "d"]),
        "front": random.choice([0, 1]),
        "tie": random.choice(["low", "high"]),
        "salt": random.randint(1, 250),
    }


def lengths(counts, p):
    """Code lengths as the reference makes them."""
    while True:
        nodes = [(n, s, [s]) for s, n in sorted(counts.items())]
        out = dict.fromkeys(counts, 0)
        if len(nodes) == 1:
            out[nodes[0][1]] = 1
        sign = 1 if p["tie"] == "low" else -1
        while len(nodes) > 1:
            nodes.sort(key=lambda n: (n[0], sign * n[1]))
            a, b = nodes[:2]
            for s in a[2] + b[2]:
                out[s] += 1
            nodes = nodes[2:] + [(a[0] + b[0], min(a[1], b[1]), a[2] + b[2])]
        if max(out.values(), default=0) <= p["longest"]:
            return out
        counts = {s: n // 2 + 1 for s, n in counts.items()}


def pack(data, p):
    """The reference's own packing, to make texts worth unpacking."""
    symbols, table = [], list(range(256))
    for byte in data:
        at = table.index(byte)
        symbols.append(at if p["front"] else byte)
        table.insert(0, table.pop(at))
    sizes = lengths({s: symbols.count(s) for s in set(symbols)}, p) if symbols else {}
    codes, code, before = {}, 0, 0
    for s, size in sorted(sizes.items(), key=lambda x: (x[1], x[0])):
        code <<= size - before
        codes[s] = format(code, f"0{size}b")
        code, before = code + 1, size
    bits = format(len(data), "016b") + format(len(sizes), "09b")
    bits += "".join(format(s, "08b") + format(size, "04b") for s, size in sorted(sizes.items()))
    bits += "".join(codes[s] for s in symbols)
    check = p["salt"]
    for byte in data:
        check = (check * 31 + byte) % 4096
    bits += format(check, "012b")
    bits += "0" * (-len(bits) % 6)
    text = "".join(p["signs"][int(bits[i : i + 6], 2)] for i in range(0, len(bits), 6))
    return "".join(text[i : i + p["line"]] + "\n" for i in range(0, len(text), p["line"]))


def data(random, group):
    if group == "edge":
        return random.choice([b"", b"a", b"aaaaaaa", bytes(range(256)), b"ab" * 9, b"\0\0\xff", b"".join(bytes([65 + i]) * 2**i for i in range(13))])
    words = [b"the ", b"port ", b"of ", b"bits ", b"\n", b"zz", b"e"]
    return b"".join(random.choice(words) for _ in range(random.randint(1, 60)))


def case(random, group, p):
    raw = data(random, group)
    if group != "error" and random.random() < 0.5:
        return [p["n_pack"]], raw
    text = pack(raw, p)
    if group == "error":
        kind = random.randrange(5)
        at = random.randrange(len(text))
        if kind == 0:
            text = text[:at]
        elif kind == 1:
            text = text[:at] + random.choice(p["signs"]) + text[at + 1 :]
        elif kind == 2:
            text = text[:at] + random.choice("?!\"~") + text[at:]
        elif kind == 3:
            return [random.choice(["", "zip"])], text
        else:
            text += random.choice(p["signs"]) * random.randint(1, 3)
    return [p["n_unpack"]], text
