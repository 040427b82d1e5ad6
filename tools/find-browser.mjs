import { existsSync } from 'node:fs';
import path from 'node:path';

// The first draws no window, and takes two thirds of the processor time of the others.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Any installed Chrome or Chromium: CHROME_PATH, the PATH, the usual places. @returns {string | undefined} */
export function findBrowser() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [process.env.CHROME_PATH ?? '', ...onPath, ...places].find(
    (file) => file !== '' && existsSync(file),
  );
}
