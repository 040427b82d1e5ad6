/** Where the dashboard is built, within this folder: a build is for one base path. @param {string} basePath */
export const buildFolder = (basePath) => `.next${basePath.replaceAll('/', '-')}`;
