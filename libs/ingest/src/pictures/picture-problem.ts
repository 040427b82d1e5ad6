import { DomainError } from '@kshot/domain';
import type { Reason } from '../names/left-out.js';

/** Why a picture cannot be read. */
export type PictureProblem =
  | { readonly what: 'EMPTY' }
  | { readonly what: 'DAMAGED' }
  | { readonly what: 'NOT_A_PICTURE' }
  | { readonly what: 'UNREAD'; readonly kind: string; readonly instead: string }
  | { readonly what: 'TOO_LARGE'; readonly why: string }
  /** Claims a size that only an attack has. */
  | { readonly what: 'IMPOSSIBLE'; readonly claim: string };

/** One reason object for each kind of problem, so that pictures are counted together. */
const reasons = new Map<string, Reason>();

/** Why a picture is left out. Throws DATA_TOO_LARGE of one that must not be in an archive at all. */
export function reasonOf(problem: PictureProblem, path: string): Reason {
  if (problem.what === 'IMPOSSIBLE')
    throw new DomainError('DATA_TOO_LARGE', `${path} ${sentenceOf(problem)}`);
  const key = problem.what === 'UNREAD' ? problem.kind : problem.what;
  const reason = reasons.get(key) ?? reasonFor(problem);
  reasons.set(key, reason);
  return reason;
}

function reasonFor(problem: Exclude<PictureProblem, { what: 'IMPOSSIBLE' }>): Reason {
  switch (problem.what) {
    case 'EMPTY':
      return {
        one: 'picture is an empty file',
        many: 'pictures are empty files',
        advice: 'Replace with intact copies and import again.',
      };
    case 'DAMAGED':
      return {
        one: 'picture is damaged or incomplete',
        many: 'pictures are damaged or incomplete',
        advice: 'Replace with intact copies and import again.',
      };
    case 'NOT_A_PICTURE':
      return {
        one: 'file is named like a picture but is not one',
        many: 'files are named like pictures but are not',
        advice: 'Save them as PNG or JPEG to use them.',
      };
    case 'UNREAD':
      return {
        one: `picture is in the ${problem.kind} format, which cannot be read,`,
        many: `pictures are in the ${problem.kind} format, which cannot be read,`,
        advice: problem.instead,
      };
    case 'TOO_LARGE':
      return {
        one: 'picture is too large',
        many: 'pictures are too large',
        advice: 'Save smaller copies to use them.',
      };
  }
}

/** The problem of one picture as a sentence that goes on after its name. */
export function sentenceOf(problem: PictureProblem): string {
  switch (problem.what) {
    case 'EMPTY':
      return 'is an empty file. Copy it again from where it came.';
    case 'DAMAGED':
      return 'cannot be read as an image: it is damaged or incomplete. Copy it again from where it came.';
    case 'NOT_A_PICTURE':
      return 'cannot be read as an image. Use PNG, JPEG, WebP, GIF, TIFF, BMP or AVIF.';
    case 'UNREAD':
      return `is in the ${problem.kind} format, which cannot be read. ${problem.instead}`;
    case 'TOO_LARGE':
      return `is too large (${problem.why}). Make it smaller.`;
    case 'IMPOSSIBLE':
      return `claims to have ${problem.claim}, which no picture has. Take it out.`;
  }
}
