/** What an engine refuses, with a code for programs and a message that says what to do. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';

  constructor(
    readonly code:
      | 'UNKNOWN_NAME'
      | 'WRONG_SHAPE'
      | 'WRONG_TYPE'
      | 'NOT_TRAINABLE'
      | 'NOT_RECORDABLE'
      | 'WRONG_SNAPSHOT'
      | 'DISPOSED',
    message: string,
  ) {
    super(message);
  }
}
