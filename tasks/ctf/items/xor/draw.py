"""Repeating-key XOR without a crib: key length and key from the statistics of English text."""

import prose

DIFFICULTY, SIMULATED_DIFFICULTY = "medium", -0.7
TAGS = ["cipher", "frequency"]
SUMMARY = "Break repeating-key XOR from letter statistics"
INSTRUCTION = """
`/work/diary.bin` is a page of English text of which each byte was combined by exclusive or with the next byte of a secret key; after its last
byte the key starts anew. The key is made of arbitrary bytes and has between 5 and 16 of them. The page holds a flag.
"""


def draw(stream, flag):
    key = stream.randbytes(stream.randrange(5, 17))
    sentences = [prose.sentence(stream) for _ in range(40)]
    sentences.insert(stream.randrange(5, 35), f"here is the secret {flag} as agreed")
    page = ("; ".join(sentences)).encode()
    return {"diary.bin": bytes(byte ^ key[i % len(key)] for i, byte in enumerate(page))}, {}
