"""convert.py WEIGHTS.pth: writes model.safetensors, 8 bits with a scale for each channel, and the fixture of its test.

Needs torch, safetensors and the architecture of efficientnet-lite-pytorch==0.1.0. The weights are a pickle: tensors alone are read of
it, by name, and nothing in it is run. Batch normalisation is folded into the convolution before it.
"""

import json
import pathlib
import sys

import numpy as np
import torch
from efficientnet_lite_pytorch import EfficientNet
from safetensors.numpy import save_file

HERE = pathlib.Path(__file__).parent
FIXTURE = HERE / "../../libs/native/src/inference/fixtures/efficientnet-lite2.json"
SIDE, EPSILON = 260, 1e-3
arrays, rounded, layers = {}, {}, []


def layer(kind, name, **settings):
    layers.append({"kind": kind, "name": name, **settings})


def put(name, kernel, axis):
    """One array in 8 bits, one scale for each slice along the axis."""
    others = tuple(i for i in range(kernel.ndim) if i != axis)
    scale = np.abs(kernel).max(axis=others, keepdims=True).astype(np.float32) / np.float32(127)
    scale[scale == 0] = 1
    arrays[name] = np.ascontiguousarray(np.rint(kernel / scale).clip(-127, 127).astype(np.int8))
    arrays[name + ".scale"] = np.ascontiguousarray(scale)


def widened(name):
    return arrays[name].astype(np.float64) * arrays[name + ".scale"]


def convolution(name, weights, norm, activation, strides=1):
    deviation = np.sqrt(state[norm + ".running_var"] + EPSILON)
    factor = state[norm + ".weight"] / deviation
    kernel = state[weights + ".weight"] * factor[:, None, None, None]
    arrays[name + "/bias"] = (state[norm + ".bias"] - state[norm + ".running_mean"] * factor).astype(np.float32)
    depthwise = kernel.shape[1] == 1
    # [out, in, k, k] to [k, k, in, out], or [k, k, channels, 1].
    order = (2, 3, 0, 1) if depthwise else (2, 3, 1, 0)
    put(name + "/kernel", kernel.transpose(order), 2 if depthwise else 3)
    restored = widened(name + "/kernel").transpose(np.argsort(order)) / factor[:, None, None, None]
    rounded[weights + ".weight"] = torch.tensor(restored, dtype=torch.float32)
    filters = {} if depthwise else {"filters": kernel.shape[0]}
    layer(
        "depthwiseConv2d" if depthwise else "conv2d", name, **filters, kernel=kernel.shape[2], strides=strides,
        padding="same", activation=activation, bias=True,
    )


state = torch.load(sys.argv[1], map_location="cpu", weights_only=True)
reference = EfficientNet.from_name("efficientnet-lite2")
reference.load_state_dict(state)
reference.eval()
state = {name: value.numpy().astype(np.float64) for name, value in state.items()}

layer("rescale", "pixels", factor=1 / 128, offset=-127 / 128)
convolution("stem", "_conv_stem", "_bn0", "relu6", 2)
before = "stem"
for i, block in enumerate(reference._blocks):
    own, (stride,) = f"_blocks.{i}.", {block._depthwise_conv.stride[0]}
    if own + "_expand_conv.weight" in state:
        convolution(f"expand{i}", own + "_expand_conv", own + "_bn0", "relu6")
    convolution(f"depthwise{i}", own + "_depthwise_conv", own + "_bn1", "relu6", stride)
    convolution(f"project{i}", own + "_project_conv", own + "_bn2", "linear")
    inputs, outputs = block._block_args.input_filters, block._block_args.output_filters
    after = f"project{i}"
    if stride == 1 and inputs == outputs:
        after = f"add{i}"
        layer("add", after, **{"with": before})
    before = after
convolution("top", "_conv_head", "_bn1", "relu6")
layer("globalAvgPool", "means")
put("scores/kernel", state["_fc.weight"].T, 1)
arrays["scores/bias"] = state["_fc.bias"].astype(np.float32)
layer("dense", "scores", units=1000, activation="linear")

names = (HERE / "../mobilenet_v2_1.0_224/classes.txt").read_text().strip().split("\n")[-1000:]
manifest = {
    "format": "kshot-model-1",
    "input": {"modality": "IMAGE", "height": SIDE, "width": SIDE, "channels": 3},
    "network": {"inputShape": [SIDE, SIDE, 3], "layers": layers},
    "classes": names,
}
save_file(arrays, HERE / "model.safetensors", {"manifest": json.dumps(manifest)})

# A smooth picture, the same in the test: pixel = round(127.5 + 127.5 sin(y / 9 + 2 c) cos(x / 13 + c)).
y, x, c = np.meshgrid(np.arange(SIDE), np.arange(SIDE), np.arange(3), indexing="ij")
pixels = np.rint(127.5 + 127.5 * np.sin(y / 9 + 2 * c) * np.cos(x / 13 + c))
fed = torch.tensor((pixels.transpose(2, 0, 1)[None] - 127) / 128, dtype=torch.float32)


@torch.no_grad()
def features():
    return reference.extract_features(fed).mean((2, 3))[0]


original = features()
reference.load_state_dict({**reference.state_dict(), **rounded})
print("cosine of float and 8 bits", float(torch.nn.functional.cosine_similarity(original, features(), dim=0)))
FIXTURE.write_text(json.dumps({"features": [round(float(v), 5) for v in features()]}) + "\n")
