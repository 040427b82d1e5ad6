import type { Reason } from '../names/left-out.js';

/** Why files of an archive are left out because of where they lie. */
export const placeReasons = {
  HIDDEN: {
    one: 'file lies in a hidden folder',
    many: 'files lie in hidden folders',
    advice: '',
  },
  MASK: {
    one: 'file is a mask beside the pictures',
    many: 'files are masks beside the pictures',
    advice: 'Masks are not examples.',
  },
  BESIDE_PARTS: {
    one: 'file lies beside the folders for training and test (train, test, …)',
    many: 'files lie beside the folders for training and test (train, test, …)',
    advice: 'Move them into a part to use them.',
  },
  NO_FOLDER: {
    one: 'file lies in no class folder',
    many: 'files lie in no class folder',
    advice: 'Put each picture into a folder called as its class.',
  },
  UNLABELLED: {
    one: 'file lies in a part (train, test, …) but in no class folder, so its class is unknown',
    many: 'files lie in a part (train, test, …) but in no class folder, so their class is unknown',
    advice: 'Put them into a folder called as their class to use them.',
  },
  HALVES: {
    one: 'file lies in a folder that is only a piece of the archive (part_1, part_2, …)',
    many: 'files lie in folders that are only pieces of the archive (part_1, part_2, …)',
    advice:
      'Add a table with a column of file names and a column of labels, or make a folder for each class.',
  },
} satisfies Record<string, Reason>;

export type PlaceReason = keyof typeof placeReasons;
