import re
import sys
from fractions import Fraction
from math import isqrt

PLACES = @PLACES@
RULE = "@RULE@"
BINS = @BINS@
BAR = "@BAR@"
LONGEST = @LONGEST@
COMMENT = "@COMMENT@"


def rounded(value, places=PLACES):
    """Decimal text of a fraction; the rule decides ties, by magnitude."""
    scaled = abs(value) * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest - scaled.denominator
    if twice > 0 or (twice == 0 and (RULE == "half-up" or (RULE == "half-even" and whole % 2 == 1))):
        whole += 1
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{whole // 10**places}.{whole % 10**places:0{places}d}"


def root(value):
    """Square root of a fraction, cut (not rounded) after PLACES decimals."""
    scale = 10**PLACES
    whole = isqrt(value.numerator * scale * scale // value.denominator)
    return f"{whole // scale}.{whole % scale:0{PLACES}d}"


def read(text):
    values = []
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip(" ")
        if not line or line.startswith(COMMENT):
            continue
        match = re.fullmatch(r"([+-]?)([0-9]*)(?:\.([0-9]{0,6}))?", line)
        if not match or not (match[2] or match[3]):
            print(f"line {number}: not a number: {line}")
            return None
        value = Fraction(int((match[2] or "") + (match[3] or "")), 10 ** len(match[3] or ""))
        values.append(-value if match[1] == "-" else value)
    return values


def main():
    values = read(sys.stdin.read())
    if values is None:
        return 2
    if not values:
        print("no numbers")
        return 1
    n = len(values)
    ordered = sorted(values)
    mean = sum(values) / n
    median = (ordered[(n - 1) // 2] + ordered[n // 2]) / 2
    print(f"n       {n}")
    print(f"sum     {rounded(sum(values))}")
    print(f"mean    {rounded(mean)}")
    print(f"median  {rounded(median)}")
    print(f"range   {rounded(ordered[0])} .. {rounded(ordered[-1])}")
    if n > 1:
        variance = sum((v - mean) ** 2 for v in values) / (n - 1)
        print(f"sd      {root(variance)}")
    low, width = ordered[0], (ordered[-1] - ordered[0]) / BINS
    if width == 0:
        return 0
    counts = [0] * BINS
    for v in values:
        counts[min(BINS - 1, int((v - low) / width))] += 1
    labels = [rounded(low + i * width, 1) for i in range(BINS)]
    for label, count in zip(labels, counts):
        length = -(-count * LONGEST // max(counts))
        print(f"{label:>{max(map(len, labels))}} |{BAR * length} {rounded(Fraction(100 * count, n), 1)}%")
    return 0


sys.exit(main())
