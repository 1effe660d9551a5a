/** Pages of any origin may send here and read the answer: what lets them is the key that they bear, never a cookie. */
export function allowOrigins(response: Response): Response {
  response.headers.set('Access-Control-Allow-Origin', '*');
  response.headers.set('Access-Control-Expose-Headers', 'Retry-After, X-Request-Id');
  return response;
}

/** The answer to what a browser asks before it sends something that a form could not: yes, with the headers that it asks for. */
export function preflight(request: Request, methods: string): Response {
  const headers = {
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Allow-Headers': request.headers.get('access-control-request-headers') ?? '*',
    'Access-Control-Max-Age': '86400',
    Vary: 'Access-Control-Request-Headers',
  };
  return allowOrigins(new Response(null, { status: 204, headers }));
}
