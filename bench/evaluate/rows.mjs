/** What is measured: the peer's script, ours where it is one of its own, and what ours must reach: a ratio, ours over theirs in time, or seconds. */
export const rows = [
  { work: 'episodes-protonet-1000', peer: 'easyfsl_peer.py', library: 'easyfsl', ratio: 0.1 },
  { work: 'episodes-simpleshot-1000', peer: 'easyfsl_peer.py', library: 'easyfsl', ratio: 0.1 },
  { work: 'episodes-protonet-10000', peer: 'easyfsl_peer.py', library: 'easyfsl', ratio: 0.1 },
  { work: 'cross-validation-ridge', peer: 'sklearn_peer.py', library: 'sklearn', ratio: 0.1 },
  { work: 'cross-validation-logistic', peer: 'sklearn_peer.py', library: 'sklearn', ratio: 0.33 },
  { work: 'study-8-methods-1000-episodes', seconds: 30 },
  { work: 'study-8-methods-through-the-product', script: 'product.mjs', seconds: 30 },
];
