"""Primes for the number-theoretic items."""


def is_prime(n, rounds=24):
    """Miller-Rabin with the first primes as bases: certain below 3.3e24, and far beyond need for drawn candidates."""
    bases = [p for p in range(2, 90) if all(p % q for q in range(2, p))][:rounds]
    if n < 2 or any(n % p == 0 for p in bases):
        return n in bases
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for base in bases:
        x = pow(base, odd, n)
        if x in (1, n - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def next_prime(n):
    n |= 1
    while not is_prime(n):
        n += 2
    return n


def prime(stream, bits, suits=lambda p: True):
    """A prime of exactly `bits` bits with its two highest bits set, so that products of two have 2·bits bits."""
    while True:
        candidate = stream.getrandbits(bits) | (3 << (bits - 2)) | 1
        if is_prime(candidate) and suits(candidate):
            return candidate
