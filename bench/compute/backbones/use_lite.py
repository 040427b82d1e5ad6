"""Universal Sentence Encoder Lite by Python TensorFlow, from the same files by other code."""

import json
import unicodedata

import numpy
import tensorflow as tf
from google.protobuf import json_format


def graph(folder):
    """The tfjs graph model as a GraphDef, its uint8 constants made floats by numpy."""
    model = json.loads((folder / "model.json").read_text())
    group = model["weightsManifest"][0]
    data, at, constants = b"".join((folder / path).read_bytes() for path in group["paths"]), 0, {}
    for entry in group["weights"]:
        count, quantized = int(numpy.prod(entry["shape"])), entry.get("quantization")
        stored = numpy.dtype(quantized["dtype"] if quantized else entry["dtype"])
        values = numpy.frombuffer(data, stored, count, at)
        at += count * stored.itemsize
        if quantized:
            values = (values.astype("float64") * quantized["scale"] + quantized["min"]).astype(entry["dtype"])
        constants[entry["name"]] = values.reshape(entry["shape"])
    definition = tf.compat.v1.GraphDef()
    for node in model["modelTopology"]["node"]:
        made = definition.node.add(name=node["name"], op=node["op"], input=node.get("input", []))
        for name, value in node.get("attr", {}).items():
            if name != "value":
                json_format.ParseDict(binary(value), made.attr[name])
        if node["op"] == "Const":
            dtype = tf.as_dtype(made.attr["dtype"].type)
            values = constants[node["name"]].astype(dtype.as_numpy_dtype)
            made.attr["value"].tensor.CopyFrom(tf.make_tensor_proto(values, dtype))
    return definition


def binary(value):
    """Strings are lists of bytes in these files."""
    if isinstance(value, dict) and isinstance(value.get("s"), list):
        import base64

        return {"s": base64.b64encode(bytes(value["s"])).decode()}
    return value


def pieces(text, vocabulary):
    """The best segmentation into SentencePiece unigrams (Kudo 2018), by Viterbi."""
    text = "\u2581" + unicodedata.normalize("NFKC", text).replace(" ", "\u2581")
    best = [(0.0, [])] + [(-numpy.inf, [])] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(end):
            known = vocabulary.get(text[start:end])
            score = best[start][0] + (known[1] if known else -20.0)
            if (known or end - start == 1) and score > best[end][0]:
                best[end] = (score, [*best[start][1], known[0] if known else 0])
    return best[-1][1]


def embed(folder, texts):
    """Lists of piece numbers, and [texts, 512]."""
    listed = json.loads((folder / "vocab.json").read_text())
    vocabulary = {piece: (i, score) for i, (piece, score) in enumerate(listed) if i > 5}
    numbers = [pieces(text, vocabulary) for text in texts]
    indices = [[row, at] for row, text in enumerate(numbers) for at in range(len(text))]
    with tf.Graph().as_default() as loaded, tf.compat.v1.Session() as session:
        tf.import_graph_def(graph(folder), name="")
        operations = loaded.get_operations()
        read = {tensor.op.name for operation in operations for tensor in operation.inputs}
        (last,) = [o for o in operations if o.name not in read and o.type not in ("Placeholder", "Const")]
        feeds = {"indices:0": indices, "values:0": [piece for text in numbers for piece in text]}
        return numbers, session.run(last.outputs[0], feeds)
