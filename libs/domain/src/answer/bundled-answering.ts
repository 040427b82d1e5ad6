import * as z from 'zod';
import { DomainError } from '../domain-error.js';
import type { ModelManifest } from '../model-manifest.js';
import { decision } from './decision.js';

const answering = z.object({
  answered: z.number().min(0.05).max(1).nullable(),
  decision: decision.nullable(),
});

/** How a model that was taken away answers: beside the model, since both can be set without another model. */
export type BundledAnswering = z.infer<typeof answering>;

/** Reads what a bundle says beside this model. Throws DATA_FORMAT where it cannot hold for the model. */
export function readAnswering(
  json: string,
  { classes, sureness, twoClasses }: ModelManifest,
): BundledAnswering {
  const read = parsed(json);
  if (!read) throw broken('holds no threshold and no share of answers');
  if (read.answered !== null && !sureness)
    throw broken('answers only when sure, and the model does not know how sure it is');
  if (read.decision && !(twoClasses && classes.includes(read.decision.positive)))
    throw broken('has a threshold for a class that the model does not tell from one other');
  return read;
}

function parsed(json: string): BundledAnswering | undefined {
  try {
    return answering.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined; // not JSON: as wrong as any other content
  }
}

const broken = (why: string): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    `The file answering.json beside the model ${why}. Download the bundle again.`,
  );
