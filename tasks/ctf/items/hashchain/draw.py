"""A chain of digests, each over the one before and three secret characters."""

import hashlib

DIFFICULTY, SIMULATED_DIFFICULTY = "medium", -0.6
TAGS = ["hash", "brute-force"]
SUMMARY = "Recover a text from a chain of digests, three characters at a time"
INSTRUCTION = """
A diary keeps a flag as a chain of SHA-256 digests. The flag is cut into pieces of three characters (the last one may be shorter). Line `i` of
`/work/chain.txt` is the hexadecimal digest of line `i - 1` (its 64 characters, without the line's end), a colon, and piece `i`; before the first
line stands the word `$start`. Only the first $kept characters of each digest were written down, except that the next line was of course
computed from the whole digest.
"""


def draw(stream, flag):
    start = "seed-" + f"{stream.getrandbits(32):08x}"
    previous, lines = start, []
    for place in range(0, len(flag), 3):
        previous = hashlib.sha256(f"{previous}:{flag[place:place + 3]}".encode()).hexdigest()
        lines.append(previous[:12])
    return {"chain.txt": "\n".join(lines) + "\n", "start.txt": start + "\n"}, {"start": start, "kept": 12}
