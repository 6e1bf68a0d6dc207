"""An affine cipher over the printable characters with a known first line."""

from math import gcd

import prose

DIFFICULTY, SIMULATED_DIFFICULTY = "easy", -1.6
TAGS = ["cipher", "known-plaintext"]
SUMMARY = "Break an affine cipher over printable ASCII from its known first words"
INSTRUCTION = """
The station's evening report in `/work/report.enc` was enciphered character by character: each printable ASCII character, counted from the
space (0) to the tilde (94), was replaced by the character number `a * n + b` modulo 95. Line ends were left alone. Nobody remembers `a` and
`b`, but every report begins with the words `$opening`.
"""


def draw(stream, flag):
    opening = "EVENING REPORT OF STATION " + stream.choice("ABCDEFGH")
    lines = [opening] + [prose.sentence(stream) for _ in range(6)]
    lines.insert(stream.randrange(3, 6), f"the code of the day is {flag} and must not leave this room")
    a = stream.choice([n for n in range(2, 95) if gcd(n, 95) == 1])
    b = stream.randrange(1, 95)
    cipher = "\n".join("".join(chr(32 + (a * (ord(c) - 32) + b) % 95) for c in line) for line in lines)
    return {"report.enc": cipher + "\n"}, {"opening": opening}
