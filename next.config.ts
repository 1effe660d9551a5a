import { existsSync } from 'node:fs';
import path from 'node:path';
import type { NextConfig } from 'next';

// Where the packages are: beside this file, or in the checkout around it when the launcher builds a copy (`.data/builds/<hash>`).
const here = import.meta.dirname;
const packagesRoot = existsSync(path.join(here, 'node_modules')) ? here : path.resolve(here, '../../..');

export default {
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  skipTrailingSlashRedirect: true, // clients of other trackers send `/pixel.gif/` and do not follow a redirect
  serverExternalPackages: ['pg-boss'],
  turbopack: { root: packagesRoot },
  outputFileTracingRoot: packagesRoot,
  typescript: { ignoreBuildErrors: true }, // `npm test` checks the types, of the whole tree
  experimental: { turbopackRustReactCompiler: true },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
      ],
    },
  ],
} satisfies NextConfig;
