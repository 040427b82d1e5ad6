"""keras_peer.py THREADS: epochs of the MLP row by Keras model.fit, one JSON line."""

import json
import resource
import sys
import time

import numpy
import tensorflow as tf

threads = int(sys.argv[1])
tf.config.threading.set_intra_op_parallelism_threads(threads)
tf.config.threading.set_inter_op_parallelism_threads(threads)
layers = [tf.keras.layers.Dense(n, activation=a) for n, a in ((128, "relu"), (64, "relu"), (10, None))]
model = tf.keras.Sequential([tf.keras.Input((784,)), *layers])
model.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))
x, y = numpy.random.randn(10_000, 784).astype("float32"), numpy.arange(10_000) % 10
samples, cpu = [], float("inf")
for epoch in range(5):
    started, used = time.perf_counter(), time.process_time()
    model.fit(x, y, batch_size=32, epochs=1, verbose=0)
    if epoch:
        samples.append((time.perf_counter() - started) * 1000)
        cpu = min(cpu, (time.process_time() - used) * 1000)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"way": "keras model.fit", "samples": samples, "cpu": cpu, "peakMemory": peak}))
