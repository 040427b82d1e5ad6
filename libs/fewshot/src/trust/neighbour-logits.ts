import { matrix, rowsOf } from '../heads/algebra/matrix.js';
import type { Support } from '../heads/head.js';
import { distancesTo } from '../heads/nearness/distances-to.js';
import { nearestNeighbours } from '../heads/nearness/nearest-neighbours.js';
import { ofLastQuery } from './of-last-query.js';
import type { Logits } from './support-rule.js';

/** Logarithms of the shares of votes, as the layer gives them; without example i the next one votes in its place. */
export function neighbourLogits({ features, labels, ways }: Support, neighbours: number): Logits {
  const voters = ofLastQuery((query) => {
    const distances = distancesTo(features, query);
    const order = [...labels.keys()].sort(
      (a, b) => (distances[a] as number) - (distances[b] as number) || a - b,
    );
    return order.slice(0, neighbours + 1).sort((a, b) => a - b);
  });
  return (query, i) => {
    const rows = voters(query).filter((row) => row !== i);
    const near = {
      features: rowsOf(features, rows),
      labels: Int32Array.from(rows, (row) => labels[row] as number),
      ways,
    };
    const { values } = nearestNeighbours(near, neighbours, 'DISTANCE').scores(matrix(1, query.length, query));
    return values.map((share) => Math.log(share + 1e-12));
  };
}
