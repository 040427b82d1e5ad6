"""What a model file of Kshot holds: python3 load_model.py model.safetensors

As a module: manifest, arrays = load("model.safetensors"). The manifest has the classes, what enters and the layers; arrays are
floats by "layer/name", each with its shape. numpy.array(values).reshape(shape) makes one that computes.
"""

import array
import json
import math
import struct
import sys

TYPES = {"F32": "f", "I32": "i", "U8": "B", "I8": "b"}


def load(path):
    with open(path, "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        header, data = json.loads(file.read(size)), file.read()
    manifest = json.loads(header.pop("__metadata__")["manifest"])
    stored = {}
    for name, entry in header.items():
        start, end = entry["data_offsets"]
        stored[name] = (array.array(TYPES[entry["dtype"]], data[start:end]), entry["shape"])
    return manifest, {name: floats(name, stored) for name in stored if not belongs(name, stored)}


def belongs(name, stored):
    """Whether an array is the scale or the offset of one of 8-bit integers."""
    whole, _, part = name.rpartition(".")
    return part in ("scale", "offset") and whole in stored and stored[whole][0].typecode == "b"


def floats(name, stored):
    """An array with its shape; 8-bit integers times their scales, one for each slice along an axis, plus their offsets."""
    values, shape = stored[name]
    if values.typecode != "b":
        return values, shape
    scales, like = stored[name + ".scale"]
    offsets = stored.get(name + ".offset", ([0.0] * len(scales), like))[0]
    axis = max(range(len(shape)), key=lambda i: like[i])
    inner = math.prod(shape[axis + 1 :])
    slices = [(i // inner) % shape[axis] if len(scales) > 1 else 0 for i in range(len(values))]
    return array.array("f", (v * scales[k] + offsets[k] for v, k in zip(values, slices))), shape


if __name__ == "__main__":
    manifest, arrays = load(sys.argv[1])
    print(json.dumps({key: manifest[key] for key in ("classes", "input")}))
    for name, (values, shape) in sorted(arrays.items()):
        print(name, shape, f"from {min(values):.4g} to {max(values):.4g}")
