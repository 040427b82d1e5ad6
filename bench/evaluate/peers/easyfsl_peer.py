"""easyfsl's own loop over cached embeddings, without loader workers: easyfsl_peer.py WORK FOLDER ROUNDS"""
import json
import sys
import time
from pathlib import Path

from unittest.mock import MagicMock

import numpy as np
import torch

try:
    import torchvision  # noqa: F401
except (ImportError, RuntimeError):
    # A build for other hardware does not load. easyfsl imports it for pictures; embeddings need none of it.
    for name in ("torchvision", "torchvision.datasets", "torchvision.models", "torchvision.models.resnet", "torchvision.transforms"):
        sys.modules[name] = MagicMock()

from easyfsl.datasets import FeaturesDataset
from easyfsl.methods import PrototypicalNetworks
from easyfsl.samplers import TaskSampler
from easyfsl.utils import evaluate
from torch import nn
from torch.utils.data import DataLoader, Sampler

# easyfsl 1.5 gives the argument that later versions of PyTorch no longer take.
Sampler.__init__ = lambda self, data_source=None: None

work, folder, rounds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
data = json.loads((folder / "data.json").read_text())
labels = data["episodes"]["labels"]
x = torch.from_numpy(np.fromfile(folder / "episodes.f32", dtype=np.float32).reshape(-1, data["dim"]))
if "simpleshot" in work:  # Nearest mean of embeddings of length 1 (Wang 2019, L2N).
    x = nn.functional.normalize(x)
tasks = int(work.split("-")[-1])
dataset = FeaturesDataset(labels, x, [str(k) for k in range(max(labels) + 1)])
model = PrototypicalNetworks(nn.Identity())
for threads in (1, torch.get_num_threads()):
    torch.set_num_threads(threads)
    samples = []
    for _ in range(rounds):
        started = time.perf_counter()
        sampler = TaskSampler(dataset, n_way=5, n_shot=5, n_query=15, n_tasks=tasks)
        loader = DataLoader(dataset, batch_sampler=sampler, num_workers=0, collate_fn=sampler.episodic_collate_fn)
        mean = evaluate(model, loader, device="cpu", use_tqdm=False)
        samples.append(time.perf_counter() - started)
    way = f"easyfsl, {threads} thread{'s' if threads > 1 else ''}"
    print(json.dumps({"way": way, "samples": samples, "found": {"mean": mean}}))
