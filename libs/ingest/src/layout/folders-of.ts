/** The folders above a file, outermost first. */
export const foldersOf = (path: string): string[] => undoubled(path.split('/').slice(0, -1).filter(Boolean));

/** A folder directly within another of the same name counts once: training_set/training_set. */
export const undoubled = (names: readonly string[]): string[] =>
  names.filter((name, i) => name.toLowerCase() !== names[i - 1]?.toLowerCase());
