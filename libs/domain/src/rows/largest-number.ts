/** The largest number that a cell may hold, as it is written: numbers are stored as 32-bit floats. */
export const LARGEST_NUMBER = '3.4e38';
