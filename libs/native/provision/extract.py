"""extract.py WHEEL FOLDER: libtensorflow and the headers that tfjs-node's binding needs, streamed to disk."""

import os
import shutil
import sys
import zipfile

HEADERS = ("tensorflow/c/", "tensorflow/core/platform/", "tsl/", "xla/tsl/")

wheel, folder = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for member in archive.infolist():
        name = member.filename
        include = name.removeprefix("tensorflow/include/")
        if name.startswith("tensorflow/libtensorflow_"):
            target = os.path.join(folder, "lib", os.path.basename(name))
        elif include != name and include.startswith(HEADERS) and include.endswith(".h"):
            target = os.path.join(folder, "include", include)
        else:
            continue
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with archive.open(member) as source, open(target, "wb") as sink:
            shutil.copyfileobj(source, sink, 1 << 20)
