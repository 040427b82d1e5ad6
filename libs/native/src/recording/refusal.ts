import { ProgramError } from '@kshot/fewshot';

/** What cannot be recorded, with the op and the line of the caller. */
export function refusal(what: string, todo: string, where: Error = new Error()): ProgramError {
  return new ProgramError('NOT_RECORDABLE', `${what} (at ${callerLine(where)}): ${todo}`);
}

/** Frames of TensorFlow.js, of this library and of the engine, between the caller's line and here. */
const MACHINERY =
  /@tensorflow[\\/]|tfjs-(core|node|converter|layers)[\\/]|libs[\\/]native[\\/](src|dist)[\\/](?!.*\.test\.)|@kshot[\\/]native|(fewshot[\\/](src|dist)[\\/](engine|gradients)[\\/](?!.*\.test\.))|node:|<anonymous>/;

/** `file:line:column` of the innermost frame that is the caller's own. */
function callerLine(where: Error): string {
  const frames = (where.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const own = frames.find((frame) => !MACHINERY.test(frame));
  const place = /\(?((?:file:\/\/)?[^()\s]+:\d+:\d+)\)?$/.exec(own ?? '');
  return place?.[1]?.replace('file://', '') ?? 'an unknown line';
}
