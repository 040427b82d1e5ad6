import { HEAD } from '../../meta/backbone.js';
import type { Support } from '../head.js';
import type { FittedHead, HeadKind } from '../head-kind.js';
import { logShares } from '../head-layers.js';
import { type ForestKind, forest } from '../trees/forest.js';
import { forestLayer, forestNumbers } from '../trees/forest-layers.js';

/** A head is fitted the same whenever it meets the same examples. */
const SEED = 1;
const TREES = 100;

const fitted = (kind: ForestKind, support: Support): FittedHead => {
  const grown = forest(support, kind, SEED, { trees: TREES });
  const { layer, arrays } = forestLayer(`${HEAD}_trees`, grown, support.ways);
  return {
    layers: [layer, { kind: 'log', name: HEAD, scale: 1 }],
    arrays,
    logits: (queries) => logShares(grown.scores(queries)),
  };
};

export const randomForestKind: HeadKind<'RANDOM_FOREST'> = {
  name: 'RANDOM_FOREST',
  title: 'Random forest',
  description: 'A hundred trees on resampled examples.',
  whenToUse: 'Tables: steps, interactions and columns that do not matter.',
  paper: 'Breiman 2001, doi:10.1023/A:1010933404324',
  options: [],
  byColumn: true,
  fit: (support) => fitted('RANDOM', support),
  storedNumbers: forestNumbers(TREES),
};

export const extraTreesKind: HeadKind<'EXTRA_TREES'> = {
  name: 'EXTRA_TREES',
  title: 'Extra trees',
  description: 'A hundred trees with random thresholds.',
  whenToUse: 'Tables, as a random forest; faster, and often better on few rows.',
  paper: 'Geurts 2006, doi:10.1007/s10994-006-6226-1',
  options: [],
  byColumn: true,
  fit: (support) => fitted('EXTRA', support),
  storedNumbers: forestNumbers(TREES),
};
