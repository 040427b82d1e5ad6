import { HEAD } from '../../meta/backbone.js';
import type { HeadKind } from '../head-kind.js';
import { linearLayers, linearNumbers, logShares, packed } from '../head-layers.js';
import { forestLayer, forestNumbers } from '../trees/forest-layers.js';
import { tableEnsemble } from '../trees/table-ensemble.js';

/** A head is fitted the same whenever it meets the same examples. */
const SEED = 1;
/** In its three forests. */
const TREES = 300;

const part = (name: string): string => `${HEAD}_${name}`;

export const tableEnsembleKind: HeadKind<'TABLE_ENSEMBLE'> = {
  name: 'TABLE_ENSEMBLE',
  title: 'Table ensemble',
  description: 'Three forests and logistic regression, averaged.',
  whenToUse: 'Tables of up to a few thousand rows. The first thing to try on them.',
  paper: 'Breiman 2001, doi:10.1023/A:1010933404324; Geurts 2006, doi:10.1007/s10994-006-6226-1',
  options: [],
  byColumn: true,
  fit(support) {
    const { ways } = support;
    const { ranks, line, ranked, plain, scores } = tableEnsemble(support, SEED);
    const dense = linearLayers(line).arrays;
    const forests = [
      { from: part('wide'), ...forestLayer(part('ranked'), ranked, ways) },
      ...plain.map((grown, i) => ({
        from: part('columns'),
        ...forestLayer(part(`plain${i + 1}`), grown, ways),
      })),
    ];
    return {
      layers: [
        { kind: 'rescale', name: part('columns'), factor: 1 },
        { kind: 'ranks', name: part('ranks'), kept: ranks.sorted.columns },
        { kind: 'concat', name: part('wide'), with: part('columns') },
        { kind: 'dense', name: part('line'), units: ways, activation: 'softmax' },
        ...forests.map(({ layer, from }) => ({ ...layer, from })),
        { kind: 'mean', name: part('mean'), of: [part('line'), ...forests.map(({ layer }) => layer.name)] },
        { kind: 'log', name: HEAD, scale: 1 },
      ],
      arrays: {
        [`${part('ranks')}/sorted`]: packed(ranks.sorted),
        ...Object.fromEntries(
          Object.entries(dense).map(([name, array]) => [name.replace(HEAD, part('line')), array]),
        ),
        ...Object.assign({}, ...forests.map(({ arrays }) => arrays)),
      },
      logits: (queries) => logShares(scores(queries)),
    };
  },
  storedNumbers: (size) => forestNumbers(TREES)(size) + linearNumbers({ ...size, columns: 2 * size.columns }),
};
