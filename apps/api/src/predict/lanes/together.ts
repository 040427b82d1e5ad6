import type { NamedAnswer, Question } from '../protocol.js';
import { weightOf } from './weight.js';

type Predict = Extract<Question, { kind: 'predict' }>;

/** What is answered together weighs no more. */
const MOST_TOGETHER = 32;

const isPredict = (question: Question): question is Predict => question.kind === 'predict';

/** Takes out of a queue what can be answered together with a question: those that ask the same model, while they weigh little. */
export function takeAlong<T extends { readonly question: Question; readonly tried: boolean }>(
  first: T,
  waiting: T[],
): T[] {
  const taken = [first];
  if (!isPredict(first.question) || first.tried) return taken;
  const { modelHash, inputs } = first.question;
  let weight = weightOf(inputs);
  for (let i = 0; i < waiting.length && weight < MOST_TOGETHER; ) {
    const { question, tried } = waiting[i]!;
    if (
      isPredict(question) &&
      !tried &&
      question.modelHash === modelHash &&
      weight + weightOf(question.inputs) <= MOST_TOGETHER
    ) {
      weight += weightOf(question.inputs);
      taken.push(...waiting.splice(i, 1));
    } else i++;
  }
  return taken;
}

/** Several questions to one model as one. */
export function joined(questions: readonly Question[]): Question {
  const [first] = questions as [Question];
  if (questions.length === 1) return first;
  return { ...(first as Predict), inputs: (questions as Predict[]).flatMap(({ inputs }) => inputs) };
}

/** What each of the questions gets of the answer to all. */
export function divided<T>(questions: readonly Question[], result: T): T[] {
  if (questions.length === 1) return [result];
  const answers: readonly NamedAnswer[] = Array.isArray(result) ? result : [];
  let at = 0;
  return (questions as Predict[]).map(({ inputs }) => {
    const own = answers.slice(at, at + inputs.length);
    at += inputs.length;
    return own as T;
  });
}
