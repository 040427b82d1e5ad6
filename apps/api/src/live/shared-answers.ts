/** What is sent for an event, as JSON. */
export interface Answer {
  readonly json: string;
  /** Whether it has errors. */
  readonly failed: boolean;
}

const shared = new WeakMap<object, Map<string, Promise<Answer>>>();

/** Marks an event whose answer depends on nothing but the event, on what is asked and by whom: one is made for all who ask the same. */
export function shareAnswers<Event extends object>(event: Event): Event {
  shared.set(event, new Map());
  return event;
}

/** The answer to an event: made now, or what was made for others who asked the same. Answers with errors are not shared. */
export async function answerTo(event: unknown, asked: string, make: () => Promise<Answer>): Promise<Answer> {
  const made = shared.get(event as object);
  const known = made?.get(asked);
  if (known) return known.then((answer) => (answer.failed ? make() : answer), make);
  const answer = make();
  made?.set(asked, answer);
  return answer;
}
