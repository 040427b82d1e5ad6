"""check_saved_model.py FOLDER EXPECTED.json: runs serving_default in Python TensorFlow and compares.

EXPECTED holds {"inputs": {name: {"shape", "values"}}, "outputs": {name: {"shape", "values"}}}; exits with 1 on a
difference above 1e-5.
"""

import json
import sys

import numpy
import tensorflow

folder, expected = sys.argv[1:]
with open(expected, encoding="utf-8") as file:
    case = json.load(file)


def array(packed):
    return numpy.asarray(packed["values"], "float32").reshape(packed["shape"])


serve = tensorflow.saved_model.load(folder).signatures["serving_default"]
found = serve(**{name: tensorflow.constant(array(packed)) for name, packed in case["inputs"].items()})
worst = max(float(numpy.abs(found[name].numpy() - array(packed)).max()) for name, packed in case["outputs"].items())
print(f"tensorflow {tensorflow.__version__}: largest difference {worst:.1e}")
sys.exit(worst > 1e-5)
