"""table_peers.py DRAWS.json [NAME…]: balanced accuracies of scikit-learn's methods on stored draws, one thread each."""

import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"

from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.ensemble import ExtraTreesClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score
from sklearn.neighbors import KNeighborsClassifier

METHODS = {
    "logistic regression": lambda seed: LogisticRegression(max_iter=1000),
    "linear discriminant": lambda seed: LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto"),
    "random forest": lambda seed: RandomForestClassifier(random_state=seed),
    "extra trees": lambda seed: ExtraTreesClassifier(random_state=seed),
    "5 nearest neighbours": lambda seed: KNeighborsClassifier(5),
}

draws = json.load(open(sys.argv[1]))
for method, make in METHODS.items():
    if sys.argv[2:] and method not in sys.argv[2:]:
        continue
    started = time.perf_counter()
    values = [
        balanced_accuracy_score(truth, make(seed).fit(x, y).predict(asked))
        for seed, (x, y, asked, truth) in enumerate(draws)
    ]
    print(json.dumps({"method": method, "values": values, "seconds": time.perf_counter() - started}))
