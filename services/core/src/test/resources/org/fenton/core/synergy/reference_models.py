"""Writes wells.tsv (made-up, labelled so) and expected.tsv: the reference models computed apart from Fenton.

Bounded least squares over all three parameters from many random starts (SciPy), brentq for the isobole.
Run in this folder: python3 reference_models.py
"""
import numpy as np
import scipy
from scipy.optimize import brentq, least_squares


def hill(d, e0, emax, ec50, h):
    return e0 + (emax - e0) / (1 + (ec50 / d) ** h)


def fit(d, y, e0, lowest):
    d, y = np.asarray(d), np.asarray(y)
    low = [lowest, np.log(d.min() / 100), np.log(0.1)]
    high = [100, np.log(d.max() * 100), np.log(10)]
    rng, best = np.random.default_rng(7), None
    for _ in range(120):
        start = rng.uniform(low, high)
        res = least_squares(lambda p: hill(d, e0, p[0], np.exp(p[1]), np.exp(p[2])) - y, start, bounds=(low, high),
                            xtol=1e-15, ftol=1e-15, gtol=1e-15, max_nfev=2000)
        if best is None or res.cost < best.cost:
            best = res
    emax, ec50, h = best.x[0], np.exp(best.x[1]), np.exp(best.x[2])
    return (e0, emax, ec50, h), np.sqrt(2 * best.cost / (len(y) - 3))


def inverse(e, curve):
    e0, emax, ec50, h = curve
    return np.inf if e >= emax else 0.0 if e <= e0 else ec50 * ((e - e0) / (emax - e)) ** (1 / h)


def loewe(a, ca, b, cb):
    low, high = max(hill(a, *ca), hill(b, *cb)), max(ca[1], cb[1])
    f = lambda e: a / inverse(e, ca) + b / inverse(e, cb) - 1
    return low if f(low + 1e-13) <= 0 else brentq(f, low + 1e-13, high, xtol=1e-13)


def bliss(x, y):
    x, y = np.clip([x / 100, y / 100], 0, 1)
    return 100 * (x + y - x * y)


CASES = {
    "synergy": ((0, 92, 0.8, 1.4), (0, 85, 3.0, 0.9), 12.0, 4.0, [0.1, 0.3, 1, 3, 10], [0.5, 1.5, 5, 15]),
    "partial": ((0, 45, 0.5, 1.1), (0, 96, 20, 2.0), 0.0, 3.0, [0.05, 0.2, 0.8, 3.2], [2, 8, 32, 128, 512]),
    "antagonism": ((0, 90, 2, 1.2), (0, 70, 1, 1.0), -20.0, 5.0, [0.2, 0.8, 3.2, 12.8], [0.1, 0.5, 2.5, 12.5]),
}
wells, expected = [], []
for name, (ca, cb, bump, noise, da, db) in CASES.items():
    rng = np.random.default_rng(len(name))
    cells = {}
    for a in [0] + da:
        for b in [0] + db:
            ea, eb = (hill(a, *ca) if a else 0), (hill(b, *cb) if b else 0)
            true = bliss(ea, eb) + (bump if a and b else 0)
            cells[a, b] = np.round(true + noise * rng.standard_normal(3), 2)
            wells += [(name, a, b, r + 1, y) for r, y in enumerate(cells[a, b])]
    m = {k: v.mean() for k, v in cells.items()}
    fa, sa = fit(np.repeat(da, 3), np.concatenate([cells[a, 0] for a in da]), 0, 0)
    fb, sb = fit(np.repeat(db, 3), np.concatenate([cells[0, b] for b in db]), 0, 0)
    for label, curve, s in (("a", fa, sa), ("b", fb, sb)):
        expected += [(name, f"{q}_{label}", v) for q, v in zip(("emax", "ec50", "h", "rse"), (*curve[1:], s))]
    grid = [(a, b) for a in da for b in db]
    given_b = {b: fit(np.repeat(da, 3), np.concatenate([cells[a, b] for a in da]), hill(b, *fb), -100)[0] for b in db}
    given_a = {a: fit(np.repeat(db, 3), np.concatenate([cells[a, b] for b in db]), hill(a, *fa), -100)[0] for a in da}
    expected.append((name, "hsa", np.mean([m[k] - max(m[k[0], 0], m[0, k[1]]) for k in grid])))
    expected.append((name, "bliss", np.mean([m[k] - bliss(m[k[0], 0], m[0, k[1]]) for k in grid])))
    expected.append((name, "loewe", np.mean([m[k] - loewe(k[0], fa, k[1], fb) for k in grid])))
    expected.append((name, "zip", np.mean([(hill(a, *given_b[b]) + hill(b, *given_a[a])) / 2
                                           - bliss(hill(a, *fa), hill(b, *fb)) for a, b in grid])))
source = f"# source: reference_models.py, SciPy {scipy.__version__}, NumPy {np.__version__}; made-up wells, no measurement\n"
with open("wells.tsv", "w") as out:
    out.write(source + "case\tdose_a\tdose_b\treplicate\tinhibition\n")
    out.writelines("\t".join(map(str, (w[0], float(w[1]), float(w[2]), w[3], float(w[4])))) + "\n" for w in wells)
with open("expected.tsv", "w") as out:
    out.write(source + "case\tquantity\tvalue\n")
    out.writelines(f"{n}\t{q}\t{float(v):.9f}\n" for n, q, v in expected)
