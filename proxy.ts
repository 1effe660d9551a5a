import { type NextRequest, NextResponse } from 'next/server';

/** Gives each page a content security policy with a nonce of its own. Who may see what is none of its business: pages and actions ask. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  // Next reads the nonce from the request's policy and puts it on its own scripts and styles.
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

// The toasts' library makes a style element without a nonce, first empty, then with its styles: it passes by these two hashes.
const toastStyles = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='";

function contentSecurityPolicy(nonce: string, reloading: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${reloading ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}' ${toastStyles}`,
    "style-src-attr 'unsafe-inline'", // charts place their parts with it
    "img-src 'self' blob: data:",
    `connect-src 'self'${reloading ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Pages only. A body that comes through here is buffered and silently cut at 10 MB, so the paths that programs send to stay out. */
export const config = {
  matcher: [
    {
      source: '/((?!api/|v1/|restapi/|pixel\\.gif|metrics$|_next/static/|_next/image|favicon\\.ico).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
};
