"""scikit-learn's GridSearchCV with two jobs, in double and in single precision: sklearn_peer.py WORK FOLDER ROUNDS

The scores that ours must equal are those of fits to a tolerance of 1e-7, in double precision, which are not timed."""
import json
import sys
import time
import warnings
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression, RidgeClassifier
from sklearn.model_selection import GridSearchCV

warnings.filterwarnings("ignore")
work, folder, rounds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
data = json.loads((folder / "data.json").read_text())
y = np.array(data["folds"]["labels"])
single = np.fromfile(folder / "folds.f32", dtype=np.float32).reshape(len(y), -1)
held = [np.array(rows) for rows in data["folds"]["held"]]
folds = [(np.setdiff1d(np.arange(len(y)), rows), rows) for rows in held]
if work.endswith("ridge"):
    model, name = RidgeClassifier(), "alpha"
    values = data["folds"]["penalties"]["RIDGE"]
    exact = model
else:
    model, name = LogisticRegression(), "C"
    values = [1 / penalty for penalty in data["folds"]["penalties"]["LOGISTIC"]]
    exact = LogisticRegression(tol=1e-7, max_iter=20_000)


def search(estimator, x):
    return GridSearchCV(estimator, {name: values}, cv=folds, n_jobs=2, refit=False).fit(x, y)


exactly = search(exact, single.astype(np.float64))
for x in (single.astype(np.float64), single):
    search(model, x)
    samples = []
    for _ in range(rounds):
        started = time.perf_counter()
        found = search(model, x)
        samples.append(time.perf_counter() - started)
    print(json.dumps({
        "way": f"scikit-learn, {x.dtype}", "samples": samples,
        "found": {
            "means": found.cv_results_["mean_test_score"].tolist(),
            "exact": exactly.cv_results_["mean_test_score"].tolist(),
        },
    }))
