"""A Vigenère cipher with an unknown key length and a crib at an unknown place."""

import prose

DIFFICULTY, SIMULATED_DIFFICULTY = "medium", -1.0
TAGS = ["cipher", "known-plaintext"]
SUMMARY = "Break a Vigenère cipher with a crib whose place is unknown"
INSTRUCTION = """
`/work/letter.txt` was enciphered with a Vigenère cipher. The key is made of 6 to 11 letters; it moves on at letters only, over upper and lower
case alike, and everything that is no letter (digits, points, braces, spaces) was left as it is. Somewhere in the letter stand the words
`$crib`. The letter also holds the flag.
"""


def draw(stream, flag):
    key = [stream.randrange(26) for _ in range(stream.randrange(6, 12))]
    crib = stream.choice(["do not tell the harbour master", "meet me under the station clock", "burn this page after reading"])
    parts = [prose.sentence(stream) for _ in range(9)]
    parts.insert(stream.randrange(2, 8), crib)
    parts.insert(stream.randrange(2, 8), f"The flag is {flag}")
    out, turn = [], 0
    for char in ". ".join(parts) + ".":
        if char.isascii() and char.isalpha():
            base = 65 if char.isupper() else 97
            char = chr(base + (ord(char) - base + key[turn % len(key)]) % 26)
            turn += 1
        out.append(char)
    return {"letter.txt": "".join(out) + "\n"}, {"crib": crib}
