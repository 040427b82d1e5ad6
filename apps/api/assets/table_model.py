"""Answers of a table model of Kshot, in Python alone, beside load_model.py: python3 table_model.py model.safetensors rows.csv

As a module: load("model.safetensors").predict({"size": 1.5, "colour": "red"}) gives a probability for each class.
Numbers are plain (1234.5), dates ISO (2024-01-31); a cell that is empty or left out is missing. The sentence encoder of a column of texts
is not here: its cells are the list of numbers that the encoder gives, as the model card says, in a CSV file as JSON.
"""

import base64
import csv
import datetime
import json
import math
import struct
import sys

import load_model


class Model:
    def __init__(self, manifest, arrays):
        self.manifest, self.arrays, self.classes = manifest, arrays, manifest["classes"]

    def encode(self, row):
        """The row as the network sees it: numbers by mean and deviation, categories as 0 and 1."""
        out = []
        for column in self.manifest["input"]["columns"]:
            cell = row.get(column["name"])
            missing = cell is None or cell == ""
            if column["kind"] == "CATEGORY":
                out += [float(not missing and str(cell) == each) for each in column["categories"]]
                continue
            flag = [float(missing)] if column["flagMissing"] else []
            if column["kind"] == "TEXT":
                parts = column["components"]
                vector = None if missing else given_vector(column, cell)
                out += [0.0 if missing else (along(part, vector) - part["mean"]) / part["deviation"] for part in parts] + flag
                continue
            number = None if missing else number_in(cell)
            out += [0.0 if missing else (number - column.get("offset", 0) - column["mean"]) / column["deviation"]] + flag
            for period in column.get("cycles", []):
                angle = 0.0 if missing else 2 * math.pi * number / period
                out += [0.0, 0.0] if missing else [math.sin(angle), math.cos(angle)]
        return [single(value) for value in out]

    def predict(self, row):
        x, outputs = self.encode(row), {}
        for layer in self.manifest["network"]["layers"]:
            x = self.run(layer, outputs[layer["from"]] if "from" in layer else x, outputs)
            outputs[layer["name"]] = x
        return dict(zip(self.classes, softmax(x)))

    def run(self, layer, x, outputs):
        kind, of = layer["kind"], lambda name: self.arrays[layer["name"] + "/" + name]
        if kind == "rescale":
            return [value * layer["factor"] + layer.get("offset", 0) for value in x]
        if kind in ("dense", "project"):
            units, kernel = layer["units"], of("kernel" if kind == "dense" else "matrix")
            sums = [sum(value * kernel[j * units + k] for j, value in enumerate(x)) for k in range(units)]
            if kind == "project":
                return sums
            sums = [value + bias for value, bias in zip(sums, of("bias"))]
            return activate(layer["activation"], sums)
        if kind == "activation":
            return activate(layer["activation"], x)
        if kind == "dropout":
            return x
        if kind == "standardise":
            return [single(single(v - m) * s) for v, m, s in zip(x, of("mean"), of("scale"))]
        if kind == "batchNorm":
            arrays = zip(x, of("gamma"), of("beta"), of("mean"), of("variance"))
            return [g * (v - m) / math.sqrt(var + layer["epsilon"]) + b for v, g, b, m, var in arrays]
        if kind == "squares":
            return [value * value for value in x]
        if kind == "signedRoot":
            return [math.copysign(math.sqrt(abs(value)), value) for value in x]
        if kind == "l2Normalize":
            return unit(x)
        if kind == "ranks":
            kept, values = layer["kept"], of("sorted")
            rank = lambda own, v: 3 * ((sum(s < v for s in own) + sum(s <= v for s in own)) / 2 / kept - 0.5)
            return [rank(values[j * kept : (j + 1) * kept], value) for j, value in enumerate(x)]
        if kind == "concat":
            return outputs[layer["with"]] + x
        if kind == "add":
            return [a + b for a, b in zip(x, outputs[layer["with"]])]
        if kind == "mean":
            parts = [outputs[name] for name in layer["of"]]
            return [sum(values) / len(parts) for values in zip(*parts)]
        if kind == "log":
            return [math.log(value + 1e-12) * layer["scale"] for value in x]
        if kind == "forest":
            return self.forest(layer, x, of("roots"), of("splits"), of("shares"))
        if kind == "cache":
            return self.cache(layer, unit(x), of("means"), of("keys"), of("values"))
        raise SystemExit(f"Layer {layer['name']} is of the kind {kind}, which this script does not know.")

    def forest(self, layer, x, roots, splits, shares):
        ways, total = layer["classes"], [0.0] * layer["classes"]
        for root in roots:
            node = int(root)
            for _ in range(layer["depth"]):
                feature, threshold, low, high = splits[4 * node : 4 * node + 4]
                node = int(low if x[int(feature)] <= threshold else high)
            for k in range(ways):
                total[k] += shares[node * ways + k] / layer["trees"]
        return total

    def cache(self, layer, x, means, keys, values):
        ways, dim = layer["classes"], len(x)
        out = [sum(v * means[j * ways + k] for j, v in enumerate(x)) for k in range(ways)]
        for i in range(layer["examples"]):
            near = sum(v * keys[i * dim + j] for j, v in enumerate(x))
            weight = math.exp(layer["sharpness"] * (near - 1))
            for k in range(ways):
                out[k] += weight * values[i * ways + k]
        return [layer["scale"] * value for value in out]


def number_in(cell):
    """A number, or the days since 1970 of a date."""
    try:
        return float(cell)
    except ValueError:
        moment = datetime.datetime.fromisoformat(cell.replace("Z", "+00:00"))
        zone = moment.tzinfo or datetime.timezone.utc
        return moment.replace(tzinfo=zone).timestamp() / 86400


def given_vector(column, cell):
    """What the sentence encoder gives for a text, made to length 1."""
    try:
        vector = json.loads(cell) if isinstance(cell, str) else list(cell)
        length = math.sqrt(sum(value * value for value in vector)) or 1.0
        return [value / length for value in vector]
    except (ValueError, TypeError):
        raise SystemExit(
            f"Column {column['name']} holds texts, and this script does not have the sentence encoder {column['encoder']}. "
            "Give the numbers that it makes of the text, or ask Kshot."
        )


def along(part, vector):
    direction = base64.b64decode(part["direction"])
    if len(direction) != len(vector):
        raise SystemExit(f"The sentence encoder gives {len(direction)} numbers, not {len(vector)}.")
    return sum(a * b for a, b in zip(struct.unpack(f"{len(vector)}b", direction), vector))


def single(value):
    return struct.unpack("f", struct.pack("f", value))[0]


def unit(x):
    length = math.sqrt(sum(value * value for value in x) + 1e-12)
    return [value / length for value in x]


def softmax(x):
    powers = [math.exp(value - max(x)) for value in x]
    return [power / sum(powers) for power in powers]


def activate(name, x):
    if name == "softmax":
        return softmax(x)
    known = {"linear": lambda v: v, "relu": lambda v: max(0.0, v), "tanh": math.tanh}
    known["relu6"] = lambda v: min(6.0, max(0.0, v))
    known["sigmoid"] = lambda v: 1 / (1 + math.exp(-v))
    return [known[name](value) for value in x]


def load(path):
    manifest, arrays = load_model.load(path)
    return Model(manifest, {name: values for name, (values, _) in arrays.items()})


if __name__ == "__main__":
    model = load(sys.argv[1])
    with open(sys.argv[2], newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            print(json.dumps(model.predict(row)))
