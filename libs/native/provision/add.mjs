import util from 'node:util';

// Node 23 removed the two functions that tfjs-node 4.22 still calls.
util.isNullOrUndefined ??= (value) => value === null || value === undefined;
util.isArray ??= Array.isArray;
const { default: tf } = await import('@tensorflow/tfjs-node');
console.log(`1 + 2 = ${tf.add(1, 2).dataSync()[0]}`);
