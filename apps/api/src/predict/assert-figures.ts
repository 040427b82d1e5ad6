import { DomainError, type ModelManifest } from '@kshot/domain';

/** Refuses a model file whose classes or figures no training gives. */
export function assertFigures(manifest: ModelManifest): void {
  const { classes, head, sureness = [], twoClasses, comparedHeads = [], scaling, importance } = manifest;
  const twice = classes.find((name, k) => classes.indexOf(name) !== k);
  // Of the networks that come from elsewhere, those for ImageNet have two classes called crane.
  const isFitted = head !== undefined || twoClasses !== undefined || classes.length === 2;
  if (twice !== undefined && isFitted) throw broken(`it has two classes called ${twice}`);
  if (!sureness.every(({ answered, accuracy }) => areShares(answered, accuracy)))
    throw broken('its figures of how sure it is are not from 0 to 1');
  if (!comparedHeads.every(({ accuracy, low, high }) => areShares(accuracy, low, high)))
    throw broken('its accuracies of compared heads are not from 0 to 1');
  if (scaling && !(scaling.temperature > 0 && areCounts(scaling.examples)))
    throw broken('its temperature is not above 0, or not from a number of examples');
  if (importance && !(areShares(importance.accuracy) && areCounts(importance.examples, importance.repeats)))
    throw broken('its figures of columns are not from 0 to 1');
  if (twoClasses && !isHeldOut(twoClasses))
    throw broken('its figures of two classes are not from 0 to 1, or count more examples than it has');
}

function isHeldOut({
  positives,
  negatives,
  areaUnderRoc,
  averagePrecision,
  points,
  examples = [],
}: NonNullable<ModelManifest['twoClasses']>): boolean {
  return (
    areCounts(positives, negatives) &&
    areShares(areaUnderRoc, ...averagePrecision) &&
    points.every(
      ({ threshold, truePositives, falsePositives }) =>
        areShares(threshold) &&
        areCounts(truePositives, falsePositives) &&
        truePositives <= positives &&
        falsePositives <= negatives,
    ) &&
    examples.every(([, probability]) => areShares(probability))
  );
}

const areShares = (...values: number[]): boolean => values.every((value) => value >= 0 && value <= 1);
const areCounts = (...values: number[]): boolean =>
  values.every((value) => Number.isInteger(value) && value >= 0);

const broken = (why: string): DomainError =>
  new DomainError('DATA_FORMAT', `The model file was changed or is damaged: ${why}. Download it again.`);
