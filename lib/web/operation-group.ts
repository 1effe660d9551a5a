/** Under which heading the document has what `path` does: by the first part that names something. */
export function groupOf(path: string): string {
  const [, api, version, resource = ''] = path.split('/');
  if (api !== 'api' || version !== 'v1') return 'Clients of others';
  return GROUPS.get(resource) ?? `${resource.charAt(0).toUpperCase()}${resource.slice(1).replaceAll('-', ' ')}`;
}

const ENTITIES = ['accounts', 'users', 'objects', 'collections', 'quota', 'holds'];
const GROUPS = new Map([
  ...['signals', 'ingest'].map((resource) => [resource, 'Ingest'] as const),
  ...ENTITIES.map((resource) => [resource, 'Entities'] as const),
  ['api-keys', 'API keys'],
  ['test-clock', 'Test clocks'],
]);
