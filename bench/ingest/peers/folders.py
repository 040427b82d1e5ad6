# folders.py FILE: unpacks an archive and decodes its pictures with torchvision's ImageFolder, brought to at most 224 pixels.
import json
import resource
import sys
import tarfile
import tempfile
import time

from torchvision import transforms
from torchvision.datasets import ImageFolder

with tempfile.TemporaryDirectory() as folder:
    started = time.perf_counter()
    with tarfile.open(sys.argv[1]) as archive:
        archive.extractall(folder, filter='data')
    shrink = transforms.Lambda(lambda image: image if max(image.size) <= 224 else image.resize((224, 224)))
    count = sum(1 for _ in ImageFolder(f'{folder}/set', transforms.Compose([shrink, transforms.PILToTensor()])))
    seconds = time.perf_counter() - started
peak_memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({'seconds': seconds, 'examples': count, 'peakMemory': peak_memory}))
