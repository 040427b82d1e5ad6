"""sklearn_peer.py HEAD SIZE-AS-JSON FOLDER ROUNDS: seconds of scikit-learn's fit and scores, one thread, and its accuracy."""

import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.ensemble import ExtraTreesClassifier, RandomForestClassifier
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import LogisticRegression, RidgeCV
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import LinearSVC

head, size, folder, rounds = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3], int(sys.argv[4])


def part(name):
    x = np.fromfile(f"{folder}/{name}.f64").reshape(-1, size["columns"])
    return x, np.fromfile(f"{folder}/{name}.i32", dtype=np.int32)


def signs(y):
    return np.where(y[:, None] == np.arange(size["classes"]), 1.0, -1.0)


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


class Ridge:
    def fit(self, x, y):
        spread = np.mean(np.sum((x - x.mean(0)) ** 2, 1))
        factors = np.array([1e-4, 1e-3, 1e-2, 3e-2, 0.1, 0.3, 1, 3, 10, 100])
        self.model = RidgeCV(alphas=factors * spread).fit(x, signs(y))
        return self

    def predict(self, x):
        return self.model.predict(x).argmax(1)


class Kernel:
    def fit(self, x, y):
        self.model = KernelRidge(alpha=0.1, kernel="rbf", gamma=0.5).fit(unit(x), signs(y))
        return self

    def predict(self, x):
        return self.model.predict(unit(x)).argmax(1)


makers = {
    "RIDGE": Ridge,
    "KERNEL_RIDGE": Kernel,
    "LOGISTIC": lambda: LogisticRegression(C=1.0, max_iter=500),
    "SVM": lambda: LinearSVC(C=1.0, max_iter=2000),
    "LDA": lambda: LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto"),
    "NEAREST_NEIGHBOURS": lambda: KNeighborsClassifier(3, weights="distance"),
    "RANDOM_FOREST": lambda: RandomForestClassifier(100, class_weight="balanced"),
    "EXTRA_TREES": lambda: ExtraTreesClassifier(100, class_weight="balanced"),
}
x, y = part("fit")
queries, truth = part("score")
samples = []
for _ in range(rounds):
    begun = time.perf_counter()
    predicted = makers[head]().fit(x, y).predict(queries)
    samples.append(time.perf_counter() - begun)
print(json.dumps({"samples": samples, "accuracy": float(np.mean(predicted == truth))}))
