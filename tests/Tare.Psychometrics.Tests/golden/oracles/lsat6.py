#!/usr/bin/env python3
"""Golden values for LSAT section 6 (Bock and Lieberman 1970): direct maximisation of the marginal likelihood.

Independent of the product: no EM, 801-point rectangle rule on [-8, 8], BFGS from scipy polished by Newton steps with central differences.
Run: python3 lsat6.py > ../lsat6-scipy.json
"""
import json, sys
import numpy as np, scipy
from scipy.optimize import minimize

COUNTS = [3,6,2,11,1,1,3,4,1,8,0,16,0,3,2,15,10,29,14,81,3,28,15,80,16,56,21,173,11,61,28,298]
PATTERNS = np.array([[(k >> (4 - j)) & 1 for j in range(5)] for k in range(32)], float)
F = np.array(COUNTS, float)
X = np.linspace(-8, 8, 801); W = np.exp(-X * X / 2); W /= W.sum()

def loglik(a, d, c):
    z = np.outer(X, a) + d
    p = c + (1 - c) / (1 + np.exp(-z))
    l = PATTERNS @ np.log(p).T + (1 - PATTERNS) @ np.log(1 - p).T
    m = l.max(1)
    return F @ (m + np.log(np.exp(l - m[:, None]) @ W))

def gradient(f, x, h=1e-5):
    g = np.zeros_like(x)
    for k in range(len(x)):
        e = np.zeros_like(x); e[k] = h
        g[k] = (8 * (f(x + e) - f(x - e)) - (f(x + 2 * e) - f(x - 2 * e))) / (12 * h)
    return g

def hessian(f, x, h=1e-3):
    n = len(x); H = np.zeros((n, n))
    for k in range(n):
        e = np.zeros(n); e[k] = h
        H[k] = (8 * (gradient(f, x + e) - gradient(f, x - e)) - (gradient(f, x + 2 * e) - gradient(f, x - 2 * e))) / (12 * h)
    return (H + H.T) / 2

def fit(f, x):
    x = minimize(lambda v: -f(v), x, method='BFGS', options=dict(gtol=1e-6, maxiter=2000)).x
    for _ in range(4):
        x = x - np.linalg.solve(hessian(f, x), gradient(f, x))
    return x, np.sqrt(np.diag(np.linalg.inv(-hessian(f, x)))), float(np.abs(gradient(f, x)).max())

def sig(g): return 1 / (1 + np.exp(-g))
D0 = np.log(np.array([924, 709, 553, 763, 870]) / (1000 - np.array([924, 709, 553, 763, 870])))
two = lambda v: loglik(v[:5], v[5:], 0)
one = lambda v: loglik(np.full(5, v[0]), v[1:], 0)
prior = lambda c: np.sum(4 * np.log(c) + 16 * np.log(1 - c))
three = lambda v: loglik(v[:5], v[5:10], sig(v[10:])) + prior(sig(v[10:]))
fixed = lambda v: loglik(v[:5], v[5:], 0.2)
x2, s2, g2 = fit(two, np.r_[np.full(5, .8), D0])
x1, s1, g1 = fit(one, np.r_[.8, D0])
x3, s3, g3 = fit(three, np.r_[np.full(5, .9), D0 - .3, np.full(5, -1.4)])
xf, sf, gf = fit(fixed, np.r_[np.full(5, .9), D0 - .3])
r = lambda v: [round(float(t), 10) for t in v]
json.dump({
  'input': {'counts': COUNTS, 'patterns': 'binary counting, item 1 most significant'},
  'expected': {
    'twoParameter': {'logLikelihood': float(two(x2)), 'a': r(x2[:5]), 'd': r(x2[5:]), 'seA': r(s2[:5]), 'seD': r(s2[5:])},
    'oneParameter': {'logLikelihood': float(one(x1)), 'a': r(x1[:1]), 'd': r(x1[1:]), 'seA': r(s1[:1]), 'seD': r(s1[1:])},
    'threeParameter': {'logLikelihood': float(three(x3) - prior(sig(x3[10:]))), 'a': r(x3[:5]), 'd': r(x3[5:10]), 'c': r(sig(x3[10:])), 'seA': r(s3[:5]), 'seD': r(s3[5:10])},
    'fixedGuessing': {'logLikelihood': float(fixed(xf)), 'a': r(xf[:5]), 'd': r(xf[5:]), 'seA': r(sf[:5]), 'seD': r(sf[5:])}},
  'tolerance': {'logLikelihood': 1e-6, 'parameter': 1e-5, 'standardErrorRelative': 1e-4},
  'toleranceReason': 'both sides stop at a gradient near 1e-6 where the log-likelihood is flat to 1e-10; standard errors by fourth-order differences',
  'producer': {'program': 'scipy ' + scipy.__version__ + ', numpy ' + np.__version__, 'command': 'python3 lsat6.py', 'date': '2026-11-22', 'seed': None, 'gradients': [g2, g1, g3, gf]},
  'conformance': 'approximate'}, sys.stdout, indent=1)
