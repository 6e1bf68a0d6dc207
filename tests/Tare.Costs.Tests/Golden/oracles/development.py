"""Second implementation of the development model, as a ledger in exact rational arithmetic.

Run from this folder: python3 development.py
Writes development.json beside it. The ledger books every dollar of every member instead of using the closed forms;
break-even and floor are found by searching over members and by a very large consortium.
"""
import json
import pathlib
import platform
from fractions import Fraction as F

HERE = pathlib.Path(__file__).resolve().parent.parent
PRODUCER = {
    "program": "development.py",
    "version": "python " + platform.python_version() + ", fractions",
    "command": "python3 development.py",
    "date": "2026-11-22",
    "seed": None,
}


def frac(x):
    return F(str(x))


def alone(run, rho):
    """R is what makes the final run the part 1 - rho of the whole."""
    total = run / (1 - rho)
    return total, total - run


def member(run, rho, n, sigma, delta, kappa, joint):
    """Book the whole consortium, then divide it."""
    _, rd = alone(run, rho)
    programme = sigma * rd
    programme += (n - 1) * delta * sigma * rd
    programme += kappa * programme
    private = n * (1 - sigma) * rd
    runs = run if joint else n * run
    return (programme + private + runs) / n


def relative(rho, n, sigma, delta, kappa, joint):
    return member(F(1), rho, n, sigma, delta, kappa, joint) / alone(F(1), rho)[0]


def build():
    vectors = []

    def add(kind, inp, expected, published=None, half=None):
        vectors.append(dict(kind=kind, input=inp, expected=expected, published=published, publishedHalfUnit=half))

    for run, cells in ((5e6, (16.7e6, 25.0e6, 28.1e6, 50.0e6)), (0.5e9, (1.67e9, 2.50e9, 2.81e9, 5.00e9)), (1e9, (3.33e9, 5.00e9, 5.62e9, 10.0e9))):
        for rho, published in zip((0.70, 0.80, 0.822, 0.90), cells):
            exact = alone(F(int(run)), frac(rho))[0]
            half = 0.05e6 if run == 5e6 else 0.05e9 if published == 10.0e9 else 0.005e9
            add("alone", dict(finalRunUsd=int(run), rdShare=rho), float(exact), published, half)

    smooth, rough = (1, 0, 0), (0.7, 0.1, 0.15)
    table = {
        2: (0.600, 0.500, 0.794, 0.694), 3: (0.467, 0.333, 0.698, 0.564), 5: (0.360, 0.200, 0.620, 0.460),
        10: (0.280, 0.100, 0.562, 0.382), 20: (0.240, 0.050, 0.533, 0.343), 50: (0.216, 0.020, 0.516, 0.320),
    }
    for n, cells in table.items():
        for (terms, joint), published in zip(((smooth, False), (smooth, True), (rough, False), (rough, True)), cells):
            member_vector(add, 0.8, n, terms, joint, published, 0.0005)
    for terms, joint, published in ((smooth, False, 0.200), (smooth, True, 0.0), (rough, False, 0.504), (rough, True, 0.304)):
        sigma, delta, kappa = map(frac, terms)
        # The limit, read off two large consortia: c(n) = floor + M / n.
        a, b = (relative(frac(0.8), n, sigma, delta, kappa, joint) for n in (10**6, 2 * 10**6))
        add("floor", inputs(0.8, 1, terms, joint), float(2 * b - a), published, 0.0005)
    for n, published in ((1, 1.20), (2, 1.05), (3, 1.00), (4, 0.975), (5, 0.96), (7, 0.943)):
        member_vector(add, 0.8, n, (0.5, 0.5, 0.5), False, published, 0.0005)
    member_vector(add, 0.8, 10, rough, False, 0.56236, 5e-6)
    member_vector(add, 0.8, 10, rough, True, 0.38236, 5e-6)
    for delta, kappa, published in ((0.5, 0.5, 3.0), (0.1, 0.15, 1.1695), (0.7, 0.5, None)):
        add("breakEven", inputs(0.8, 1, (0.5, delta, kappa), False), break_even(frac(delta), frac(kappa)), published, 5e-5)
    for phi, f, share in ((0.3, 0.76, 0.263), (0.5, 0.60, 0.333), (0.7, 0.44, 0.455)):
        run, rho = F(1), frac(0.8)
        total, rd = alone(run, rho)
        follower = rd - frac(phi) * rd + run
        add("followerRelative", dict(rdShare=0.8, learnedFraction=phi), float(follower / total), f, 0.005)
        add("followerFinalShare", dict(rdShare=0.8, learnedFraction=phi), float(run / follower), share, 0.0005)
    for joint, target, published in ((True, 0.1, 10), (True, 0.02, 50), (False, 0.36, 5), (False, 0.2, None), (False, 0.1, None)):
        add("membersForTarget", dict(inputs(0.8, 1, smooth, joint), target=target), published, published, 0)
    return vectors


def inputs(rho, n, terms, joint):
    sigma, delta, kappa = terms
    return dict(rdShare=rho, members=n, sharedFraction=sigma, residualDuplication=delta, coordinationOverhead=kappa, finalRunRule="Joint" if joint else "Own")


def member_vector(add, rho, n, terms, joint, published, half):
    exact = relative(frac(rho), n, *map(frac, terms), joint)
    add("member", inputs(rho, n, terms, joint), float(exact), published, half)


def break_even(delta, kappa):
    """Solve c(n) = 1 along the line c(n) = a + b / n through two consortia; none where more members do not help."""
    one, two = (relative(F(4, 5), n, F(1, 2), delta, kappa, False) for n in (1, 2))
    b = 2 * (one - two)
    a = one - b
    return float(b / (1 - a)) if a < 1 else None


vectors = build()
head = dict(
    producer=PRODUCER,
    conformance="approximate",
    tolerance=1e-12,
    toleranceReason="Relative. At most ten roundings to double in the closed forms; published figures agree to half a unit of their last printed digit.",
)
text = json.dumps(head, indent=2)[:-2] + ',\n  "vectors": [\n'
text += ",\n".join("    " + json.dumps(v) for v in vectors) + "\n  ]\n}\n"
(HERE / "development.json").write_text(text)
for v in vectors:
    e, p, h = v["expected"], v["published"], v["publishedHalfUnit"]
    if (e is None) != (p is None) or (e is not None and abs(e - p) > h + 1e-9):
        print("differs from the published figure:", v)
print(len(vectors), "vectors")
