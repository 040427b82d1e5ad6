type Scored = {
  name: string;
  options: { name: string; label: string; value: string; isDefault: boolean }[];
  version: { number: number; dataSet: { name: string } };
};

/** What tells evaluations of one name apart: the data set, and the options that differ from the defaults. */
export function scoredOn({ name, options, version }: Scored): { title: string; details: string } {
  const changed = options
    .filter((option) => option.name !== 'method' && !option.isDefault)
    .map(({ label, value }) => `${label.toLowerCase()} ${value}`);
  const { dataSet, number } = version;
  const on = number > 1 ? `${dataSet.name}, version ${number}` : dataSet.name;
  return { title: name.replace(/ · no model$/, ''), details: [`on ${on}`, ...changed].join(', ') };
}
