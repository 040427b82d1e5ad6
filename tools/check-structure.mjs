// Rules that no linter knows: how long files and how full folders may be, and that libs export only what others import.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const MOST_LINES = 200;
const MOST_FILES = 25;

const root = fileURLToPath(new URL('..', import.meta.url));
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs|js|css|py)$/.test(file) && !/(^|\/)(fixtures|generated)\//.test(file));

/** @param {string} file */
const read = (file) => {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return ''; // deleted, but not yet in the index
  }
};

/** @type {{ at: string, what: string }[]} */
const tooLarge = [];
/** @type {Map<string, number>} */
const counts = new Map();
for (const file of files) {
  const text = read(file);
  if (text === '') continue;
  const lines = text.split('\n').length - 1;
  if (lines > MOST_LINES) tooLarge.push({ at: file, what: `has ${lines} lines, at most ${MOST_LINES}` });
  const folder = path.dirname(file);
  counts.set(folder, (counts.get(folder) ?? 0) + 1);
}
for (const [folder, count] of counts)
  if (count > MOST_FILES)
    tooLarge.push({ at: `${folder}/`, what: `has ${count} files, at most ${MOST_FILES}` });

const problems = tooLarge.map(({ at, what }) => `${at} ${what}.`);

/** @param {string} list */
const namesIn = (list) => list.split(',').flatMap((name) => /^\s*(?:type\s+)?(\w+)/.exec(name)?.[1] ?? []);
for (const index of files.filter((file) => /^libs\/\w+\/src\/index\.ts$/.test(file))) {
  const lib = /** @type {string} */ (index.split('/')[1]);
  const imports = new RegExp(
    `(?:import|export)\\s+(?:type\\s+)?\\{([^}]*)\\}\\s+from\\s+'@kshot/${lib}'`,
    'g',
  );
  const awaited = new RegExp(`\\{([^}]*)\\}\\s*=\\s*await import\\(\\s*'@kshot/${lib}'`, 'g');
  const used = new Set(
    files
      .filter((file) => !file.startsWith(`libs/${lib}/`))
      .flatMap((file) => {
        const text = read(file);
        return [...text.matchAll(imports), ...text.matchAll(awaited)];
      })
      .flatMap(([, list]) => namesIn(list ?? '')),
  );
  const text = read(index);
  for (const [, list] of text.matchAll(/export (?:type )?\{([^}]*)\}/g))
    for (const name of namesIn(list ?? ''))
      if (!used.has(name))
        problems.push(`${index} exports ${name}, which nothing imports from @kshot/${lib}.`);
  for (const [line] of text.matchAll(/export \* from '(?!\.\/generated).*/g))
    problems.push(`${index}: ${line} hides dead code. Name what is exported.`);
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
