"""Special functions to 50 digits, rounded to 25, at arguments that are doubles. Usage: python3 special_functions.py > ../special-functions.csv"""
import random
import mpmath as mp

mp.mp.dps = 50
random.seed(20261122)


def uniform(low, high, count):
    return [random.uniform(low, high) for _ in range(count)]


def regions(function, wanted, named):
    for region, arguments in named.items():
        for x in arguments:
            print(f"{function},{region},{x!r},{mp.nstr(wanted(mp.mpf(x)), 25, min_fixed=1, max_fixed=0)}")


def power_of_two(exponents):
    return [2.0 ** e for e in exponents]


print("function,region,x,value")
logits = {
    "centre": uniform(-2, 2, 60) + [0.0],
    "shoulder": uniform(-20, 20, 60),
    "tail-low": uniform(-700, -20, 40),
    "tail-high": uniform(20, 700, 40),
    "tiny": [s * v for v in power_of_two(range(-60, -20, 4)) for s in (1, -1)],
}
regions("sigmoid", lambda x: 1 / (1 + mp.exp(-x)), logits)
regions("log-sigmoid", lambda x: -mp.log1p(mp.exp(-x)), logits)
regions("exp", mp.exp, {"small": uniform(-1, 0, 60), "middle": uniform(-40, 0, 80), "tail": uniform(-700, -40, 60), "positive": uniform(0, 80, 60)})
regions("log", mp.log, {"near-one": uniform(0.9, 1.0, 60), "share": uniform(0, 1, 60), "tiny": [10.0 ** -u for u in uniform(1, 40, 40)]})
regions(
    "normal-quantile",
    lambda p: mp.sqrt(2) * mp.erfinv(2 * p - 1),
    {
        "centre": uniform(0.2, 0.8, 60),
        "shoulder": uniform(0.001, 0.2, 40) + uniform(0.8, 0.999, 40),
        "tail": [10.0 ** -u for u in uniform(3, 17, 40)],
    },
)
regions("normal-cumulative", mp.ncdf, {"centre": uniform(-1, 1, 60), "lower": uniform(-8, -1, 60), "upper": uniform(1, 8, 40)})
