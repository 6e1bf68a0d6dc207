"""Bytecode of a toy machine that checks a password; only the machine's description is given."""

DIFFICULTY, SIMULATED_DIFFICULTY = "hard", 1.4
TAGS = ["reversing", "bytecode"]
SUMMARY = "Reverse a password check in the bytecode of a toy machine"
INSTRUCTION = """
`/work/lock.bin` is a program for the small machine that `/work/MACHINE.md` describes. It reads a password and ends with `OPEN` for exactly one: the
flag. No interpreter is included.
"""
KINDS = ["load", "xori", "addi", "muli", "roli", "xorm", "addm", "test", "skip", "swap", "end"]
TEXT = """# The machine

It has two 8-bit registers, A and B, a bit F, and the password in memory, one byte at each address from 0. A, B and F are 0 at the start. Arithmetic is
modulo 256. Instructions begin with one byte of operation code; some are followed by one byte x.

| code | followed by x | effect |
|---|---|---|
{table}

The program reads exactly {size} bytes of password; another length is refused before it starts.
"""
EFFECTS = {
    "load": ("yes", "A = memory[x]"),
    "xori": ("yes", "A = A xor x"),
    "addi": ("yes", "A = A + x"),
    "muli": ("yes", "A = A * x"),
    "roli": ("yes", "A = A rotated left by x bits (x from 1 to 7)"),
    "xorm": ("yes", "A = A xor memory[x]"),
    "addm": ("yes", "A = A + memory[x]"),
    "test": ("yes", "if A is not x then F = 1"),
    "skip": ("yes", "the next x bytes of the program are jumped over"),
    "swap": ("no", "A and B change places"),
    "end": ("no", "ends with OPEN if F is 0, else with SHUT"),
}


def step(kind, x, a, b, memory):
    if kind == "load":
        a = memory[x]
    elif kind in ("xori", "xorm"):
        a ^= x if kind == "xori" else memory[x]
    elif kind in ("addi", "addm"):
        a += x if kind == "addi" else memory[x]
    elif kind == "muli":
        a *= x
    elif kind == "roli":
        a = a << x | a >> 8 - x
    elif kind == "swap":
        a, b = b, a
    return a & 255, b


def draw(stream, flag):
    codes = dict(zip(KINDS, stream.sample(range(256), len(KINDS))))
    memory, program, a, b, done = flag.encode(), bytearray(), 0, 0, []

    def emit(kind, x=None):
        nonlocal a, b
        program.append(codes[kind])
        if x is not None:
            program.append(x)
        a, b = step(kind, x, a, b, memory)

    places = list(range(len(flag)))
    stream.shuffle(places)
    for place in places:
        emit("load", place)
        for _ in range(stream.randrange(3, 7)):
            kind = stream.choice(["xori", "addi", "muli", "roli", "xorm", "addm"])
            if kind in ("xorm", "addm"):
                # Only bytes that earlier tests have fixed, so that the password is unique.
                if done:
                    emit(kind, stream.choice(done))
            else:
                emit(kind, {"muli": stream.randrange(3, 256, 2), "roli": stream.randrange(1, 8)}.get(kind, stream.randrange(1, 256)))
        if stream.random() < 0.3:
            emit("swap")
            emit("addi", stream.randrange(1, 256))
            emit("swap")
        emit("test", a)
        if stream.random() < 0.3:
            # Bytes that are jumped over and look like instructions.
            junk = bytes(stream.choice([*codes.values(), stream.randrange(256)]) for _ in range(stream.randrange(1, 6)))
            emit("skip", len(junk))
            program += junk
        done.append(place)
    emit("end")
    table = "\n".join(f"| {codes[kind]:02x} | {EFFECTS[kind][0]} | {EFFECTS[kind][1]} |" for kind in sorted(KINDS, key=codes.get))
    return {"lock.bin": bytes(program), "MACHINE.md": TEXT.format(table=table, size=len(flag))}, {}
