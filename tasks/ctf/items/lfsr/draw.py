"""A key stream from two shift registers of unknown feedback, and a partly known plaintext."""

DIFFICULTY, SIMULATED_DIFFICULTY = "hard", 2.3
TAGS = ["cipher", "berlekamp-massey"]
SUMMARY = "Predict a key stream of two unknown shift registers from known plaintext"
INSTRUCTION = """
`/work/radio.bin` is an enciphered radio message: each bit (of each byte the highest first) was combined by exclusive or with the next bit of a key stream.
The device makes the key stream from two linear feedback shift registers of fewer than 40 bits each, and emits the exclusive or of their outputs; registers, feedback
and fill are secret. Every message begins with the line `$header` and a line feed. The message holds a flag.
"""


def register(stream, size):
    """An endless linear recurrence over GF(2) of the given order; the last tap is set, so that the order is not smaller by construction."""
    taps = [stream.randrange(2) for _ in range(size - 1)] + [1]
    bits = [stream.randrange(2) for _ in range(size)]
    while True:
        yield bits[0]
        bits = bits[1:] + [sum(t & b for t, b in zip(taps, reversed(bits))) % 2]


def draw(stream, flag):
    header = f"RADIO {stream.choice(['NORTH', 'SOUTH'])} CHANNEL {stream.randrange(10, 99)} PRIORITY"
    message = f"{header}\nto all posts. the word for tonight is {flag}. repeat it to nobody.\n".encode()
    one, two = register(stream, stream.randrange(29, 34)), register(stream, stream.randrange(34, 40))
    cipher = bytearray()
    for byte in message:
        key = 0
        for _ in range(8):
            key = key << 1 | next(one) ^ next(two)
        cipher.append(byte ^ key)
    return {"radio.bin": bytes(cipher), "header.txt": header + "\n"}, {"header": header}
