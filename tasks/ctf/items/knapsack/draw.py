"""A knapsack cipher: subset sums of forty weights, within reach of meeting in the middle."""

from math import gcd

DIFFICULTY, SIMULATED_DIFFICULTY = "hard", 2.5
TAGS = ["cipher", "meet-in-the-middle"]
SUMMARY = "Decipher blocks of a knapsack cipher without its private key"
INSTRUCTION = """
`/work/cipher.json` holds a public key of an old kind of cipher and an enciphered text. The key is a list of 40 weights. The text was cut into blocks of 5
bytes (the last one filled up with zero bytes); a block's 40 bits, of each byte the highest first, choose the weights whose sum is the block's cipher. The private key, a
hidden easy order of the weights, is lost. The text is the flag.
"""


def draw(stream, flag):
    private, total = [], 0
    for _ in range(40):
        weight = total + stream.randrange(1, 2 * total + 2000)
        private.append(weight)
        total += weight
    modulus = total + stream.randrange(1, total)
    while True:
        factor = stream.randrange(modulus // 4, modulus)
        if gcd(factor, modulus) == 1:
            break
    weights = [weight * factor % modulus for weight in private]
    stream.shuffle(weights)
    data = flag.encode() + bytes(-len(flag) % 5)
    sums = []
    for i in range(0, len(data), 5):
        bits = [byte >> k & 1 for byte in data[i : i + 5] for k in range(7, -1, -1)]
        sums.append(sum(weight for weight, bit in zip(weights, bits) if bit))
    return {"cipher.json": {"weights": weights, "cipher": sums}}, {}
