# The simulated tests that other programs were measured on: abilities N(0, 1), slopes exp(0.3 N(0, 1)), difficulties N(0, 1), numpy's PCG64.
# Writes the responses as person,item,response to standard output. Usage: simulate.py PERSONS ITEMS SEED
import sys
import numpy as np

persons, items, seed = (int(x) for x in sys.argv[1:])
random = np.random.default_rng(seed)
theta = random.standard_normal(persons)
a = np.exp(0.3 * random.standard_normal(items))
b = random.standard_normal(items)
right = random.random((persons, items)) < 1 / (1 + np.exp(-a * (theta[:, None] - b)))
names = [f",i{j:04d}," for j in range(items)]
out = sys.stdout
out.write("person,item,response\n")
for p in range(persons):
    name = f"p{p:05d}"
    out.write("".join(f"{name}{n}{int(r)}\n" for n, r in zip(names, right[p])))
