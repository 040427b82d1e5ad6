import type { Reason } from '../names/left-out.js';

/** Why files of an archive are left out because of where they lie. */
export const placeReasons = {
  HIDDEN: {
    one: 'file is in a hidden folder',
    many: 'files are in hidden folders',
    advice: '',
  },
  MASK: {
    one: 'file is a mask beside the pictures',
    many: 'files are masks beside the pictures',
    advice: 'Masks are not examples.',
  },
  BESIDE_PARTS: {
    one: 'file is next to the folders for training and test (train, test, …)',
    many: 'files are next to the folders for training and test (train, test, …)',
    advice: 'Move them into a part to use them.',
  },
  NO_FOLDER: {
    one: 'file is not in a class folder',
    many: 'files are not in a class folder',
    advice: 'Put each one into a folder named after its class.',
  },
  HALVES: {
    one: 'file is in a folder that is only a piece of the archive (part_1, part_2, …)',
    many: 'files are in folders that are only pieces of the archive (part_1, part_2, …)',
    advice:
      'Add a table with a column of file names and a column of labels, or make a folder for each class.',
  },
} satisfies Record<string, Reason>;

/** Unlabelled files are kept, all others are left out. */
export type PlaceReason = keyof typeof placeReasons | 'UNLABELLED';
