"""oracle.py BACKBONES OUTPUT: real backbones on made images and a few sentences, by numpy and Python TensorFlow."""

import json
import pathlib
import sys

import numpy

sys.path[:0] = [str(pathlib.Path(__file__).parents[3] / "libs/native/src/inference/fixtures")]
import mobilenet  # noqa: E402
import use_lite  # noqa: E402

TEXTS = [
    "What is the weather like today?",
    "Will it rain this afternoon?",
    "Transfer fifty dollars to my savings account.",
    "Move money from checking to savings, please.",
    "Caf\u00e9 \uff21\uff22\uff23 \u2013 na\u00efve!",
]

backbones, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
for name in ("mobilenet_v1_0.25_128", "mobilenet_v2_1.0_224"):
    model = json.loads((backbones / name / "model.json").read_text())
    # Smooth images: noise alone would leave most of the network's units silent.
    small = numpy.random.default_rng(0).uniform(0, 255, (3, 8, 8, 3))
    scale = model["input"]["shape"][1] // 8
    pixels = numpy.kron(small, numpy.ones((1, scale, scale, 1))).astype("uint8")
    found = mobilenet.features(model, (backbones / name / "weights.bin").read_bytes(), pixels)
    (output / f"{name}.pixels").write_bytes(pixels.tobytes())
    (output / f"{name}.json").write_text(json.dumps(found.ravel().tolist()))
numbers, embeddings = use_lite.embed(backbones / "use-lite-u8", TEXTS)
cosines = embeddings @ embeddings.T / numpy.outer(*[numpy.linalg.norm(embeddings, axis=1)] * 2)
stored = {"texts": TEXTS, "pieces": numbers, "embeddings": embeddings.ravel().tolist(), "cosines": cosines.tolist()}
(output / "use-lite-u8.json").write_text(json.dumps(stored))
