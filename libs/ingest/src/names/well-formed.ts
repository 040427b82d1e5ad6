/** Text without halves of surrogate pairs, which no encoding can hold. */
export const wellFormed = (text: string): string => text.replaceAll(/\p{Cs}/gu, '\ufffd');
