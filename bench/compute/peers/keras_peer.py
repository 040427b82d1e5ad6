"""keras_peer.py THREADS: epochs of the MLP row by Keras model.fit, and by a loop in one XLA-compiled function."""

import json
import resource
import sys
import time

import numpy
import tensorflow as tf

threads = int(sys.argv[1])
tf.config.threading.set_intra_op_parallelism_threads(threads)
tf.config.threading.set_inter_op_parallelism_threads(threads)
x, y = numpy.random.randn(10_000, 784).astype("float32"), (numpy.arange(10_000) % 10).astype("int32")


def measure(way, epoch):
    samples, cpu = [], float("inf")
    for i in range(5):
        started, used = time.perf_counter(), time.process_time()
        epoch()
        if i:
            samples.append((time.perf_counter() - started) * 1000)
            cpu = min(cpu, (time.process_time() - used) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"way": way, "samples": samples, "cpu": cpu, "peakMemory": peak}), flush=True)


layers = [tf.keras.layers.Dense(n, activation=a) for n, a in ((128, "relu"), (64, "relu"), (10, None))]
model = tf.keras.Sequential([tf.keras.Input((784,)), *layers])
model.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))
measure("keras model.fit", lambda: model.fit(x, y, batch_size=32, epochs=1, verbose=0))

sizes = [784, 128, 64, 10]
weights = [tf.Variable(tf.random.normal(pair, 0, 0.05)) for pair in zip(sizes, sizes[1:])]
weights += [tf.Variable(tf.zeros(size)) for size in sizes[1:]]
slots = [[tf.Variable(tf.zeros_like(w)) for w in weights] for _ in range(2)]
data, targets = tf.constant(x), tf.constant(y)
order = tf.constant((numpy.arange(9984) * 7919 % 10_000).reshape(312, 32).astype("int32"))


def take_step(rows, t):
    with tf.GradientTape() as tape:
        h = tf.gather(data, rows)
        for i in range(3):
            h = h @ weights[i] + weights[3 + i]
            h = tf.nn.relu(h) if i < 2 else h
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(tf.gather(targets, rows), h)
        loss = tf.reduce_mean(losses)
    rate = 1e-3 * tf.sqrt(1 - 0.999**t) / (1 - 0.9**t)
    for w, m, v, g in zip(weights, *slots, tape.gradient(loss, weights)):
        m.assign_add(0.1 * (g - m))
        v.assign_add(0.001 * (g * g - v))
        w.assign_sub(rate * m / (tf.sqrt(v) + 1e-8))


@tf.function(jit_compile=True)
def epoch():
    for i in tf.range(312):
        take_step(order[i], tf.cast(i + 1, tf.float32))


def compiled_epoch():
    epoch()
    weights[0].numpy()


measure("TensorFlow XLA loop", compiled_epoch)
