"""torch_peer.py WORK THREADS SECONDS [WAY]: one JSON line per way in which PyTorch can do a row's work, or for one."""

import json
import resource
import sys
import time

import torch
import torch.nn.functional as F
from torch_encoder import tune_encoder

work, threads, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
only = sys.argv[4] if len(sys.argv) > 4 else None
torch.set_num_threads(threads)
torch.manual_seed(0)


def labels(ways, each):
    return torch.arange(ways).repeat_interleave(each)


def conv4_weights(filters, head):
    weights, channels = [], 1
    for _ in range(4):
        weights += [torch.randn(filters, channels, 3, 3) * 0.1, torch.ones(filters), torch.zeros(filters)]
        channels = filters
    return weights + ([torch.randn(5, filters) * 0.1, torch.zeros(5)] if head else [])


def block(x, w, g, b, stats=None):
    mean, variance = stats or (None, None)
    x = F.batch_norm(F.conv2d(x, w, padding=1), mean, variance, g, b, stats is None)
    return F.relu(F.max_pool2d(x, 2))


def conv4(x, weights):
    for i in range(0, 12, 3):
        x = block(x, *weights[i : i + 3])
    return x.flatten(1)


def protonet(ways, shots, queries, channels_last=False):
    weights = [w.requires_grad_() for w in conv4_weights(64, False)]
    images = torch.randint(0, 256, (1000, 1, 28, 28), dtype=torch.uint8)
    size, target = ways * (shots + queries), labels(ways, queries)
    rows = torch.arange(size) * 7919 % 1000
    optimizer = torch.optim.Adam(weights, lr=1e-3, fused=True)
    layout = torch.channels_last if channels_last else torch.contiguous_format

    def loss():
        x = images[rows].float().div(255).contiguous(memory_format=layout)
        z = conv4(x, weights)
        centers = z[: ways * shots].view(ways, shots, -1).mean(1)
        query = z[ways * shots :]
        return F.cross_entropy(2 * query @ centers.T - centers.square().sum(1), target)

    return loss, optimizer


def maml(inner, functional):
    weights = [w.requires_grad_() for w in conv4_weights(32, True)]
    images = torch.randint(0, 256, (1000, 1, 28, 28), dtype=torch.uint8)
    support = [images[torch.arange(5) * 7919 % 1000].float() / 255 for _ in range(4)]
    query = [images[torch.arange(75) * 7919 % 1000].float() / 255 for _ in range(4)]
    own, asked = labels(5, 1), labels(5, 15)
    optimizer = torch.optim.Adam(weights, lr=1e-3, fused=True)
    score = lambda x, w: F.linear(conv4(x, w), w[12], w[13])

    def task(xs, xq, w):
        for _ in range(inner):
            support_loss = lambda u: F.cross_entropy(score(xs, u), own)
            if functional:
                gradients = torch.func.grad(support_loss)(w)
            else:
                gradients = torch.autograd.grad(support_loss(w), w, create_graph=True)
            w = [a - 0.4 * g for a, g in zip(w, gradients)]
        return F.cross_entropy(score(xq, w), asked)

    return lambda: sum(task(xs, xq, weights) for xs, xq in zip(support, query)) / 4, optimizer


def mlp():
    sizes = [784, 128, 64, 10]
    weights = []
    for a, b in zip(sizes, sizes[1:]):
        weights += [(torch.randn(b, a) * 0.05).requires_grad_(), torch.zeros(b, requires_grad=True)]
    x, y = torch.randn(10_000, 784), torch.arange(10_000) * 7919 % 10
    order = torch.arange(10_000) * 7919 % 10_000
    optimizer = torch.optim.Adam(weights, lr=1e-3, fused=True)
    at = {"i": 0}

    def loss():
        rows = order[at["i"] : at["i"] + 32]
        at["i"] = (at["i"] + 32) % 9984
        h = x[rows]
        for i in range(0, 6, 2):
            h = F.linear(h, weights[i], weights[i + 1])
            h = F.relu(h) if i < 4 else h
        return F.cross_entropy(h, y[rows])

    return loss, optimizer


def finetune(channels_last=False):
    frozen = conv4_weights(64, True)
    learned = [w.requires_grad_() for w in frozen[9:]]
    stats = (torch.zeros(64), torch.ones(64))
    layout = torch.channels_last if channels_last else torch.contiguous_format
    x = torch.randint(0, 256, (100, 1, 28, 28), dtype=torch.uint8)
    y = labels(5, 20)
    optimizer = torch.optim.Adam(learned, lr=1e-3, fused=True)

    def loss():
        with torch.no_grad():
            h = x.float().div(255).contiguous(memory_format=layout)
            for i in range(0, 9, 3):
                h = block(h, *frozen[i : i + 3], stats=stats)
        h = block(h, *learned[:3]).flatten(1)
        return F.cross_entropy(F.linear(h, learned[3], learned[4]), y)

    return loss, optimizer


WAYS = {
    "tune-encoder": {"eager": tune_encoder},
    "protonet-5w5s15q": {"eager": lambda: protonet(5, 5, 15), "channels_last": lambda: protonet(5, 5, 15, True)},
    "protonet-60w1s5q": {"eager": lambda: protonet(60, 1, 5), "channels_last": lambda: protonet(60, 1, 5, True)},
    "maml-1": {"autograd loop": lambda: maml(1, False), "torch.func": lambda: maml(1, True)},
    "maml-5": {"autograd loop": lambda: maml(5, False), "torch.func": lambda: maml(5, True)},
    "mlp-epoch": {"eager": mlp},
    "finetune-last-block": {"eager": finetune, "channels_last": lambda: finetune(True)},
}
COMPILED = {"protonet-5w5s15q": "channels_last", "protonet-60w1s5q": "channels_last", "mlp-epoch": "eager", "finetune-last-block": "eager"}
STEPS = {"mlp-epoch": 312}


def measure(way, loss, optimizer):
    def step():
        optimizer.zero_grad(set_to_none=True)
        loss().backward()
        optimizer.step()

    for _ in range(3):
        step()
    samples, cpu, end = [], float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < end or len(samples) < 3:
        started, used = time.perf_counter(), time.process_time()
        for _ in range(STEPS.get(work, 1)):
            step()
        samples.append((time.perf_counter() - started) * 1000)
        cpu = min(cpu, (time.process_time() - used) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"way": way, "samples": samples, "cpu": cpu, "peakMemory": peak}), flush=True)


def compiled(name):
    loss, optimizer = WAYS[work][name]()
    return torch.compile(loss), optimizer


# torch.compile does not differentiate twice: it has no way of doing MAML.
ways = {f"PyTorch {name}": make for name, make in WAYS[work].items()}
if work in COMPILED:
    ways["PyTorch torch.compile"] = lambda: compiled(COMPILED[work])
for way, make in ways.items():
    if only in (None, way):
        measure(way, *make())
