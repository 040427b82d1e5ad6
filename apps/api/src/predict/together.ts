import type { NamedAnswer, Question } from './protocol.js';

type Predict = Extract<Question, { kind: 'predict' }>;

/** Examples that are answered together at most. */
const MOST_TOGETHER = 32;

const isPredict = (question: Question): question is Predict => question.kind === 'predict';

/** Takes out of a queue what can be answered together with a question: those that ask the same model, while they are few examples. */
export function takeAlong<T extends { readonly question: Question; readonly tried: boolean }>(
  first: T,
  waiting: T[],
): T[] {
  const taken = [first];
  if (!isPredict(first.question) || first.tried) return taken;
  const { modelHash, inputs } = first.question;
  let count = inputs.length;
  for (let i = 0; i < waiting.length && count < MOST_TOGETHER; ) {
    const { question, tried } = waiting[i]!;
    if (
      isPredict(question) &&
      !tried &&
      question.modelHash === modelHash &&
      count + question.inputs.length <= MOST_TOGETHER
    ) {
      count += question.inputs.length;
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
