# table.py FILE: reads a CSV with pandas, categories as such.
import json
import resource
import sys
import time

import pandas as pd

started = time.perf_counter()
frame = pd.read_csv(sys.argv[1], dtype={f'c{i}': 'category' for i in range(4)} | {'label': 'category'})
seconds = time.perf_counter() - started
peak_memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({'seconds': seconds, 'examples': len(frame), 'peakMemory': peak_memory}))
