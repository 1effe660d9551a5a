import type { NextConfig } from 'next';

export default {
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  skipTrailingSlashRedirect: true, // clients of other trackers send `/pixel.gif/` and do not follow a redirect
  serverExternalPackages: ['pg-boss'],
  turbopack: { root: import.meta.dirname },
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
