import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildFolder } from './build-folder.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const basePath = process.env.KSHOT_BASE_PATH ?? '';
const distDir = buildFolder(basePath);
const isBuilt = existsSync(fileURLToPath(new URL(`${distDir}/BUILD_ID`, import.meta.url)));

// The API's origin is read at run time (src/server/api-origin.ts): nothing here may depend on it.
/** @type {import('next').NextConfig} */
const config = {
  basePath,
  distDir,
  env: { KSHOT_BASE_PATH: basePath },
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  typescript: { ignoreBuildErrors: true }, // npm run check looks at types, by a faster compiler
  turbopack: { root },
  experimental: {
    turbopackFileSystemCacheForBuild: isBuilt, // most homes build it once: a first build keeps nothing for a second
    // What runs on the server is read from this disk: a sixth of the build made it small and wrote 20 MB of maps.
    turbopackSourceMaps: false,
    serverMinification: false,
  },
  outputFileTracingRoot: root,
  redirects: async () =>
    basePath ? [{ source: '/', destination: basePath, basePath: false, permanent: false }] : [],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    },
  ],
};

export default config;
