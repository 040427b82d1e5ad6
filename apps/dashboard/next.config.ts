import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

const root = fileURLToPath(new URL('../..', import.meta.url));

// The API's origin is read at run time (src/server/api-origin.ts): nothing here may depend on it.
const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  turbopack: { root },
  outputFileTracingRoot: root,
};

export default config;
