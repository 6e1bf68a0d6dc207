"""The named random streams, written again from their description. Usage: python3 random_source.py > ../random-source.json"""
import hashlib
import json
import platform
import struct

MASK = (1 << 64) - 1


def rotate_left(x, k):
    return ((x << k) | (x >> (64 - k))) & MASK


def stream(name, replicate):
    """xoshiro256++ of Blackman and Vigna (2021), seeded by SHA-256(name, zero byte, replicate)."""
    key = name.encode("utf-8") + b"\0" + struct.pack("<q", replicate)
    s = list(struct.unpack("<4Q", hashlib.sha256(key).digest()))
    while True:
        yield (rotate_left((s[0] + s[3]) & MASK, 23) + s[0]) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate_left(s[3], 45)


def below(bits, n):
    """Lemire (2019), algorithm 5."""
    while True:
        product = next(bits) * n
        if product & MASK >= (1 << 64) % n:
            return product >> 64


cases = []
for name, replicate in [("bootstrap", 0), ("bootstrap", 1), ("bootstrap/eci", 17), ("Prüfung θ", 2147483647)]:
    bits = stream(name, replicate)
    raw = [f"{next(bits):016x}" for _ in range(8)]
    integers = stream(name, replicate)
    cases.append(
        {
            "name": name,
            "replicate": replicate,
            "bits": raw,
            "doubles": [float((int(r, 16) >> 11) * 2.0**-53) for r in raw],
            "below1000003": [below(integers, 1000003) for _ in range(8)],
        }
    )
print(
    json.dumps(
        {
            "input": "first eight numbers of four streams",
            "expected": cases,
            "tolerance": 0,
            "toleranceReason": "integers and exact multiples of 2^-53",
            "conformance": "exact",
            "producer": {
                "program": "random_source.py, Python " + platform.python_version(),
                "command": "python3 random_source.py > ../random-source.json",
                "date": "2026-11-22",
                "seed": "the stream names",
            },
        },
        indent=1,
        ensure_ascii=False,
    )
)
