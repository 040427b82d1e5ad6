import util from 'node:util';
import { add } from '@tensorflow/tfjs-core';

// Node 23 removed the two functions that tfjs-node 4.22 still calls.
util.isNullOrUndefined ??= (value) => value === null || value === undefined;
util.isArray ??= Array.isArray;
await import('@tensorflow/tfjs-node');
console.log(`1 + 2 = ${add(1, 2).dataSync()[0]}`);
