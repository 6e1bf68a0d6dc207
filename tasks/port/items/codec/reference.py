import sys

ALPHABET = "@ALPHABET@"
BASE = @BASE@
ZERO = "@ZERO@"  # stands for a whole block of zeros
LINE = @LINE@
STEP = @STEP@  # each digit of a block is turned this much further than the one before it
CHECK = @CHECK@


class Damaged(Exception):
    pass


def encode(data):
    signs = []
    for at in range(0, len(data), 3):
        block = data[at : at + 3]
        if block == bytes(3):
            signs.append(ZERO)
            continue
        value = int.from_bytes(block.ljust(3, b"\0"), "big")
        digits = []
        for _ in range(4):
            value, digit = divmod(value, BASE)
            digits.insert(0, digit)
        # A block of n bytes at the end takes n + 1 digits.
        for place, digit in enumerate(digits[: len(block) + 1]):
            signs.append(ALPHABET[(digit + STEP * place) % BASE])
    text = "".join(signs)
    for start in range(0, max(1, len(text)), LINE):
        line = text[start : start + LINE]
        yield f"{line}:{sum(map(ord, line)) % CHECK}"


def signs_of(text):
    """The signs of all lines with their line and column; the check of each line is looked at first."""
    for number, line in enumerate(text.split("\n"), 1):
        if line == "":
            continue
        body, colon, check = line.rpartition(":")
        if not colon:
            raise Damaged(f"line {number}: no check")
        wanted = sum(map(ord, body)) % CHECK
        if check != str(wanted):
            raise Damaged(f"line {number}: check is {wanted}, not {check or 'there'}")
        for column, sign in enumerate(body, 1):
            yield number, column, sign


def decode(text):
    out, digits = bytearray(), []
    place = ""
    for number, column, sign in signs_of(text):
        place = f"line {number}, column {column}"
        if sign == ZERO:
            if digits:
                raise Damaged(f"{place}: zero block inside of a block")
            out += bytes(3)
            continue
        if sign not in ALPHABET:
            raise Damaged(f"{place}: sign {ord(sign)}")
        digits.append((ALPHABET.index(sign) - STEP * len(digits)) % BASE)
        if len(digits) == 4:
            out += whole(digits, 3, place)
            digits = []
    if len(digits) == 1:
        raise Damaged(f"{place}: one digit is no block")
    if digits:
        # Cut digits are taken as the highest, so that cutting the bytes again gives what was encoded.
        count = len(digits) - 1
        out += whole(digits + [BASE - 1] * (4 - len(digits)), count, place)
    return bytes(out)


def whole(digits, count, place):
    value = 0
    for digit in digits:
        value = value * BASE + digit
    if value >= 1 << 24:
        if count == 3:
            raise Damaged(f"{place}: block of {value}")
        value = (1 << 24) - 1
    return value.to_bytes(3, "big")[:count]


def main():
    way = sys.argv[1]
    data = sys.stdin.buffer.read()
    if way == "@N_ENCODE@":
        for line in encode(data):
            print(line)
        print(f"{len(data)} bytes")
        return 0
    if way != "@N_DECODE@":
        print(f"which way is '{way}'?")
        return 2
    try:
        decoded = decode(data.decode("latin-1"))
    except Damaged as damage:
        print(f"damaged: {damage}")
        return 1
    sys.stdout.buffer.write(b"%d bytes\n" % len(decoded) + decoded)
    return 0


sys.exit(main())
