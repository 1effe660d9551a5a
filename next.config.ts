import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

// Where the packages are: this folder, or the checkout around it when the launcher builds in a copy of the sources.
const packagesRoot = path.resolve(fileURLToPath(import.meta.resolve('next/package.json')), '../../..');

export default {
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  skipTrailingSlashRedirect: true, // clients of other trackers send `/pixel.gif/` and do not follow a redirect
  serverExternalPackages: ['pg-boss'],
  turbopack: { root: packagesRoot },
  outputFileTracingRoot: packagesRoot,
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
