import type { EvaluationCosts as CostsValue, PackManifest, StoredReport } from '@kshot/domain';
import type { Figure as FigureValue } from '@kshot/fewshot';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Figure, presentFigure } from './figure.type.js';

@ObjectType({ description: 'Predictions of about the same probability: a bar of the reliability diagram.' })
export class ReliabilityBin {
  @Field(() => Float, { description: 'Smallest probability.' })
  from!: number;
  @Field(() => Float, { description: 'Largest probability.' })
  to!: number;
  @Field(() => Int, { description: 'Predictions in it.' })
  count!: number;
  @Field(() => Float, { nullable: true, description: 'Their mean probability.' })
  confidence!: number | null;
  @Field(() => Float, { nullable: true, description: 'How often they were right.' })
  accuracy!: number | null;
}

@ObjectType({ description: 'How one class fared.' })
export class ClassFigures {
  @Field(() => String, { description: 'Name of the class.' })
  class!: string;
  @Field(() => Int, { description: 'How often an example of it was scored.' })
  examples!: number;
  @Field(() => Figure, { description: 'Of what was taken for it, the share that was it.' })
  precision!: Figure;
  @Field(() => Figure, { description: 'Of its examples, the share that was found.' })
  recall!: Figure;
  @Field(() => Figure, { description: 'Harmonic mean of the two.' })
  f1!: Figure;
}

@ObjectType({ description: 'Examples of one class that were taken for one class.' })
export class ConfusionCell {
  @Field(() => String, { description: 'The class that they are of.' })
  truth!: string;
  @Field(() => String, { description: 'The class that they were taken for.' })
  predicted!: string;
  @Field(() => Int, { description: 'How often.' })
  count!: number;
  rows!: readonly number[];
  versionId!: string;
}

@ObjectType({ description: 'A point of a shot curve.' })
export class ShotPoint {
  @Field(() => Int, { description: 'Examples of each class that were fitted on.' })
  shots!: number;
  @Field(() => Int, { description: 'Draws that it is a mean over.' })
  draws!: number;
  @Field(() => Figure, { description: 'Share of the examples classified rightly.' })
  accuracy!: Figure;
  @Field(() => Figure, { description: 'Mean cross-entropy.' })
  logLoss!: Figure;
}

@ObjectType({ description: 'What was scored, each figure with its interval.' })
export class EvaluationReport {
  @Field(() => Int, { description: 'Folds, draws, episodes, or 1.' })
  units!: number;
  @Field(() => Int, { description: 'Different examples that were scored.' })
  examples!: number;
  @Field(() => Int, { description: 'Scorings in all.' })
  scored!: number;
  @Field(() => Int, { description: 'Different seeds among the units.' })
  seedCount!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Of a shot curve: the shots that the figures here are of.',
  })
  shots!: number | null;
  @Field(() => Figure, { description: 'Share classified rightly.' })
  accuracy!: Figure;
  @Field(() => Figure, { description: 'Mean over classes of the share classified rightly.' })
  balancedAccuracy!: Figure;
  @Field(() => Figure, { description: 'Mean over classes of the harmonic mean of precision and recall.' })
  macroF1!: Figure;
  @Field(() => Figure, { description: 'Mean cross-entropy, in nats.' })
  logLoss!: Figure;
  @Field(() => Figure, { description: 'Mean squared error of the probabilities, 0 to 2.' })
  brier!: Figure;
  @Field(() => Figure, { description: 'Expected calibration error over 15 bins.' })
  calibrationError!: Figure;
  @Field(() => [ReliabilityBin], { description: 'Probability against how often it was right.' })
  reliability!: ReliabilityBin[];
  @Field(() => [ClassFigures], { description: 'Class by class.' })
  classes!: ClassFigures[];
  @Field(() => [ShotPoint], { description: 'Accuracy by shots; empty but for shot curves.' })
  curve!: ShotPoint[];
  cells!: ConfusionCell[];
}

@ObjectType({ description: 'Measured on the machine where it ran.' })
export class EvaluationCosts implements CostsValue {
  @Field(() => Float, { description: 'Fitting one unit, mean.' })
  trainSeconds!: number;
  @Field(() => Float, { description: 'One example from raw to answer, mean over batches.' })
  predictMilliseconds!: number;
  @Field(() => Float, { description: 'Largest memory of the process, with backend and examples.' })
  peakMemoryBytes!: number;
  @Field(() => Float, { description: 'Weights or examples that must be kept to answer.' })
  storedBytes!: number;
  @Field(() => Int, { description: 'Options that are not at their default.' })
  optionsByHand!: number;
}

/** Kept JSON has null for NaN. */
export function presentReport(
  stored: StoredReport,
  manifest: PackManifest,
  versionId: string,
): EvaluationReport {
  const nameOf = (k: number): string => manifest.classes[k]?.name ?? String(k);
  const figures = <N extends string>(from: Readonly<Record<N, FigureValue>>, names: readonly N[]) =>
    Object.fromEntries(names.map((name) => [name, presentFigure(from[name])])) as Record<N, Figure>;
  return {
    ...stored,
    seedCount: stored.seeds.length,
    ...figures(stored, ['accuracy', 'balancedAccuracy', 'macroF1', 'logLoss', 'brier', 'calibrationError']),
    reliability: [...stored.reliability],
    classes: stored.classes.map((one) => ({
      class: nameOf(one.class),
      examples: one.examples,
      ...figures(one, ['precision', 'recall', 'f1']),
    })),
    curve: stored.curve.map(({ shots, draws, ...rest }) => ({
      shots,
      draws,
      ...figures(rest, ['accuracy', 'logLoss']),
    })),
    cells: stored.confusion.map(({ truth, predicted, count, rows }) =>
      Object.assign(new ConfusionCell(), {
        truth: nameOf(truth),
        predicted: nameOf(predicted),
        count,
        rows,
        versionId,
      }),
    ),
  };
}
