import {
  derivedSeed,
  drawn,
  fitHead,
  leaveOneOut,
  leaveOneOutScores,
  matrix,
  meanInterval,
  nonconformity,
  predictionSet,
  randomFrom,
  rowOf,
  rowsOf,
  softmaxRows,
} from '@kshot/fewshot';

const LEVELS = [0.8, 0.9, 0.95];
const HEAD = { name: 'ridge', method: 'RIDGE', transform: 'L2N' };
/** Examples that are asked about in a draw at most, of known and of held-out classes. */
const ASKED = 500;

/**
 * Coverage and size of sets, and how often something of a class that the model does not know is called none of these. Characters:
 * sub-models by nearest mean, calibrated by their own support examples left out one at a time. Others: a ridge head on 10 examples of each
 * class, calibrated by other examples. A fifth of the classes is held out of each draw.
 */
export function coverage(set, { draws, json }) {
  const shapes =
    set.by === 'Conv-4 ProtoNet'
      ? [
          { ways: 5, shots: 5 },
          { ways: 5, shots: 10 },
          { ways: 20, shots: 5 },
          { ways: 20, shots: 10 },
        ]
      : [{ shots: 10, calibration: 200 }];
  for (const shape of shapes) {
    const found = LEVELS.map(() => ({ coverage: [], size: [], none: [], unknown: [] }));
    for (let i = 0; i < draws; i++) {
      const one = drawOf(set, shape, randomFrom(derivedSeed(1, i)));
      for (const [at, level] of LEVELS.entries()) score(found[at], one, level);
    }
    const rows = LEVELS.map((level, at) => ({
      level,
      ...Object.fromEntries(Object.entries(found[at]).map(([name, values]) => [name, meanInterval(values)])),
    }));
    print(set, shape, draws, rows, json);
  }
}

/** Probabilities of the asked examples, the calibration's scores, and probabilities of examples of other classes. */
function drawOf({ features, labels }, { ways, shots, calibration }, random) {
  const byClass = new Map();
  for (const [row, k] of labels.entries()) byClass.set(k, [...(byClass.get(k) ?? []), row]);
  const order = [...drawn(Int32Array.from(byClass.keys()), byClass.size, random)];
  const known = order.slice(0, ways ?? Math.ceil(0.8 * order.length));
  const unknown = order.slice(known.length);
  const place = new Map(known.map((k, at) => [k, at]));
  const fit = Int32Array.from(
    known.flatMap((k) => [
      ...drawn(Int32Array.from(byClass.get(k)), Math.min(shots, byClass.get(k).length - 1), random),
    ]),
  );
  const taken = new Set(fit);
  const rest = Int32Array.from(known.flatMap((k) => byClass.get(k))).filter((row) => !taken.has(row));
  const mixed = drawn(rest, Math.min(rest.length, ASKED + (calibration ?? 0)), random);
  const split = calibration ? Math.min(calibration, Math.floor(mixed.length / 2)) : 0;
  const truth = (rows) => rows.map((row) => place.get(labels[row]));
  const support = { features: rowsOf(features, fit), labels: truth(fit), ways: known.length };
  const answer = calibration ? byHead(support) : byMeans(support);
  const others = Int32Array.from(unknown.flatMap((k) => byClass.get(k)));
  const strange = drawn(others, Math.min(others.length, ASKED), random);
  const asked = mixed.subarray(split);
  return {
    scores: calibration
      ? nonconformity(answer(rowsOf(features, mixed.subarray(0, split))), truth(mixed.subarray(0, split)))
      : leaveOneOutScores({ kind: 'CENTROID' }, support),
    known: answer(rowsOf(features, asked)),
    truth: truth(asked),
    unknown: answer(rowsOf(features, strange)),
  };
}

const byHead = (support) => {
  const head = fitHead(HEAD, support);
  return (queries) => matrix(queries.rows, support.ways, softmaxRows(head.logits(queries)));
};
const byMeans = (support) => {
  const rule = leaveOneOut({ kind: 'CENTROID' }, support);
  return (queries) => {
    const rows = Array.from({ length: queries.rows }, (_, i) => [...rule.whole(rowOf(queries, i))]);
    return matrix(queries.rows, support.ways, rows.flat());
  };
};

function score(into, { scores, known, truth, unknown }, level) {
  const sets = (m) => Array.from({ length: m.rows }, (_, i) => predictionSet(rowOf(m, i), scores, level));
  const mean = (values) => values.reduce((sum, value) => sum + Number(value), 0) / values.length;
  const own = sets(known);
  into.coverage.push(mean(own.map(({ classes }, i) => classes.includes(truth[i]))));
  into.size.push(mean(own.map(({ classes }) => classes.length)));
  into.none.push(mean(own.map(({ noneOfThese }) => noneOfThese)));
  if (unknown.rows > 0) into.unknown.push(mean(sets(unknown).map(({ noneOfThese }) => noneOfThese)));
}

function print({ data, by }, { ways, shots, calibration }, draws, rows, json) {
  const shape = `${ways ? `${ways}-way` : '80 % of the classes'} ${shots}-shot`;
  const source = calibration ? `${calibration} others` : 'leave-one-out';
  if (json) return console.log(JSON.stringify({ work: 'coverage', data, by, shape, source, draws, rows }));
  console.log(`coverage, ${data} by ${by}, ${shape}, calibrated by ${source}, ${draws} draws`);
  const percent = ({ mean, halfWidth }) => `${(100 * mean).toFixed(1)} ± ${(100 * halfWidth).toFixed(1)} %`;
  for (const { level, coverage: found, size, none, unknown } of rows)
    console.log(
      `  at ${100 * level} %: ${percent(found)}, ${size.mean.toFixed(2)} classes, none of these ${percent(none)}, of unknown classes ${Number.isNaN(unknown.mean) ? 'not asked, there are too few' : percent(unknown)}${Math.abs(found.mean - level) > 0.02 ? '  MORE THAN 2 POINTS OFF' : ''}`,
    );
}
