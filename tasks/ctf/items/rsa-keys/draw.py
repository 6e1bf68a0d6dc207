"""A pile of RSA keys: two share a prime, and one message went to many with a small exponent."""

import primes

DIFFICULTY, SIMULATED_DIFFICULTY = "hard", 1.0
TAGS = ["rsa", "gcd", "crt"]
SUMMARY = "Find the two weaknesses in a pile of RSA keys and join what they give"
INSTRUCTION = """
`/work/mails.txt` lists mails: the sender's name, the recipient's public key (`n`, `e`), and the ciphertext `c` (a text's bytes read as one big-endian
number, no padding). The flag was cut in two. One half was sent alone, inside one mail's text. The other half was sent in one and the same mail to several
recipients. The remaining mails are small talk. The recipients' keys were made on devices with too little randomness at start.
"""


def number(text):
    return int.from_bytes(text.encode(), "big")


def draw(stream, flag):
    half = len(flag) // 2
    shared = primes.prime(stream, 256, lambda p: (p - 1) % 65537)
    moduli = [shared * primes.prime(stream, 256, lambda p: (p - 1) % 65537) for _ in range(2)]
    mails = [
        ("tobias", moduli[0], 65537, "the first half is " + flag[:half]),
        ("renate", moduli[1], 65537, "see you on sunday, bring the tent"),
    ]
    broadcast = "minutes of the meeting. the second half: " + flag[half:]
    for _ in range(3):
        modulus = 1
        while modulus.bit_length() < 500:
            modulus = primes.prime(stream, 256, lambda p: p % 3 == 2) * primes.prime(stream, 256, lambda p: p % 3 == 2)
        mails.append(("office", modulus, 3, broadcast))
    for talk in ("the train is late again and the coffee is cold", "please water the plants until friday", "who has the key of the bicycle shed"):
        modulus = primes.prime(stream, 256, lambda p: (p - 1) % 65537) * primes.prime(stream, 256, lambda p: (p - 1) % 65537)
        mails.append((stream.choice(["mira", "jonas", "ada"]), modulus, 65537, talk))
    stream.shuffle(mails)
    lines = [f"from = {sender}\nn = {n}\ne = {e}\nc = {pow(number(text), e, n)}\n" for sender, n, e, text in mails]
    return {"mails.txt": "\n".join(lines)}, {}
