const percent = (value) => (100 * value).toFixed(2);

/** One line of a table of methods, as text or JSON. */
export function printRow(row, json) {
  if (json) return console.log(JSON.stringify(row));
  const { data, split, method, way, shot, episodes, mean, ci95, seconds, unit = 'episodes' } = row;
  console.log(
    `${data}, ${split}: ${method.padEnd(34)} ${way}-way${shot ? ` ${shot}-shot` : ''} ${percent(mean)} ± ${percent(ci95)} % (${episodes} ${unit}, ${seconds.toFixed(1)} s per 1,000)`,
  );
}
