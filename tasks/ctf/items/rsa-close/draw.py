"""RSA with two primes that lie close together."""

import primes

DIFFICULTY, SIMULATED_DIFFICULTY = "medium", -1.2
TAGS = ["rsa", "factoring"]
SUMMARY = "Factor an RSA modulus whose primes lie close together"
INSTRUCTION = """
`/work/public.txt` holds an RSA public key (`n`, `e`) and a ciphertext `c`, the flag's bytes read as one big-endian number and enciphered without
padding. The maker of the key took a random prime and then, in a hurry, the next one that came to hand a little above it.
"""


def draw(stream, flag):
    message = int.from_bytes(flag.encode(), "big")
    while True:
        p = primes.prime(stream, 512)
        q = primes.next_prime(p + (stream.getrandbits(250) | 1 << 249))
        if (p - 1) % 65537 and (q - 1) % 65537:
            break
    return {"public.txt": f"n = {p * q}\ne = 65537\nc = {pow(message, 65537, p * q)}\n"}, {}
