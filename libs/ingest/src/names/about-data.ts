/** Whether a name is one of a file about the data, such as a licence. */
export const isAboutData = (name: string): boolean =>
  /^(readme|licen[cs]e|copying|notice|changelog|makefile)/i.test(name);
