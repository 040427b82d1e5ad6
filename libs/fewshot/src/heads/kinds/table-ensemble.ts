import type { Packed } from '../../engine/program.js';
import { HEAD } from '../../meta/backbone.js';
import type { Layer } from '../../networks/layer.js';
import type { HeadKind } from '../head-kind.js';
import { linearLayers, linearNumbers, logShares, packed } from '../head-layers.js';
import { forestLayer, forestNumbers } from '../trees/forest-layers.js';
import { TREES, tableEnsemble, type WeighedMember } from '../trees/table-ensemble.js';

/** A head is fitted the same whenever it meets the same examples. */
const SEED = 1;
const FORESTS = 3;

const part = (name: string): string => `${HEAD}_${name}`;

export const tableEnsembleKind: HeadKind<'TABLE_ENSEMBLE'> = {
  name: 'TABLE_ENSEMBLE',
  title: 'Table ensemble',
  description: 'Three forests and three linear heads, weighed by what they make of held-out examples.',
  whenToUse: 'Tables of up to a few thousand rows. The first thing to try on them.',
  paper:
    'Breiman 2001, doi:10.1023/A:1010933404324; Geurts 2006, doi:10.1007/s10994-006-6226-1; Yao 2018, doi:10.1214/17-BA1091',
  options: [],
  byColumn: true,
  fit(support) {
    const { ranks, weighed, scores } = tableEnsemble(support, SEED);
    const parts = weighed.map((one) => memberLayers(one, support.ways, weighed.length));
    return {
      layers: [
        { kind: 'rescale', name: part('columns'), factor: 1 },
        { kind: 'ranks', name: part('ranks'), kept: ranks.sorted.columns },
        { kind: 'concat', name: part('wide'), with: part('columns') },
        ...parts.flatMap(({ layers }) => layers),
        { kind: 'mean', name: part('mean'), of: parts.map(({ layers }) => layers[1].name) },
        { kind: 'log', name: HEAD, scale: 1 },
      ],
      arrays: {
        [`${part('ranks')}/sorted`]: packed(ranks.sorted),
        ...Object.assign({}, ...parts.map(({ arrays }) => arrays)),
      },
      logits: (queries) => logShares(scores(queries)),
    };
  },
  storedNumbers: (size) =>
    forestNumbers(FORESTS * TREES)(size) +
    linearNumbers({ ...size, columns: 2 * size.columns }) +
    2 * linearNumbers(size),
};

/** A member's class shares, and these times its weight, so that the mean of all is the weighted one. */
function memberLayers(
  { member, head, weight }: WeighedMember,
  ways: number,
  count: number,
): { readonly layers: readonly [Layer, Layer]; readonly arrays: Readonly<Record<string, Packed>> } {
  const name = part(member.name);
  const from = part(member.sees === 'BOTH' ? 'wide' : 'columns');
  const weighed: Layer = { kind: 'rescale', name: `${name}_weighed`, factor: weight * count };
  if (head.kind === 'SCORING') {
    const { layer, arrays } = forestLayer(name, head, ways);
    return { layers: [{ ...layer, from }, weighed], arrays };
  }
  const arrays = Object.entries(linearLayers(head).arrays).map(([key, array]) => [
    key.replace(HEAD, name),
    array,
  ]);
  return {
    layers: [{ kind: 'dense', name, units: ways, activation: 'softmax', from }, weighed],
    arrays: Object.fromEntries(arrays),
  };
}
