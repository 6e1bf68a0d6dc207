"""Sample quantiles by numpy. Usage: python3 quantiles.py > ../quantiles.json"""
import json
import platform
import numpy as np

rng = np.random.default_rng(20261122)
cases = []
for n in (1, 2, 3, 7, 20, 101):
    values = rng.normal(size=n).tolist() if n != 7 else [1.0, 1.0, -2.5, 3.0, 1e300, -1e-300, 0.1]
    probabilities = [0.0, 0.05, 0.25, 1 / 3, 0.5, 0.9, 0.95, 0.999, 1.0]
    cases.append({"values": values, "probabilities": probabilities, "quantiles": np.quantile(values, probabilities).tolist()})
print(
    json.dumps(
        {
            "input": "samples of several sizes",
            "expected": cases,
            "tolerance": 0,
            "toleranceReason": "the same interpolation in the same order",
            "conformance": "exact",
            "producer": {
                "program": f"quantiles.py, Python {platform.python_version()}, numpy {np.__version__}",
                "command": "python3 quantiles.py > ../quantiles.json",
                "date": "2026-11-22",
                "seed": 20261122,
            },
        },
        indent=1,
    )
)
