import { isIP } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

type Env = z.infer<typeof Settings>;

/** The settings, read and checked once, at the first call. Throws one message that names each bad or missing one. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** Says of every setting at fault its name and what it should be; never its value, which may be a secret. */
export function parseEnv(values: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const result = Settings.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
  throw new Error(`settings: ${[...new Set(faults)].join('; ')}`);
}

let parsed: Env | undefined;

const url = (protocols: string[], what: string) =>
  z.string(`should be ${what}`).refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ''), `should be ${what}`);

const wholeNumber = (from: number, to: number) => {
  const message = `should be a whole number from ${from} to ${to}`;
  return z.string().regex(/^\d+$/, message).transform(Number).pipe(z.int(message).min(from, message).max(to, message));
};

const secret = (length: number) => {
  const message = `should be a secret of at least ${length} characters, such as \`openssl rand -base64 32\` gives`;
  return z.string(message).min(length, message);
};

const encryptionKey = z
  .string('should be 32 random bytes in base64, such as `openssl rand -base64 32` gives')
  .refine(
    (value) => Buffer.from(value, 'base64').length === 32,
    'should be 32 random bytes in base64, such as `openssl rand -base64 32` gives',
  );

const ranges = z
  .string()
  .default('')
  .transform((list) => list.split(',').flatMap((range) => range.trim() || []))
  .refine((list) => list.every(isRange), 'should be address ranges with commas between them, such as 10.0.0.0/8,fd00::/8');

function isRange(range: string): boolean {
  const [address = '', bits = '', ...rest] = range.split('/');
  const version = isIP(address);
  return version !== 0 && rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}

const Settings = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test'], 'should be development, production or test').default('development'),
    DATABASE_URL: url(['postgres:', 'postgresql:'], 'the URL of a PostgreSQL database, postgres://user:password@host:5432/name'),
    PORT: wholeNumber(1, 65_535).default(3000),
    APP_URL: url(['http:', 'https:'], 'the address that people open, https://…').optional(),
    AUTH_SECRET: secret(32),
    CRON_SECRET: secret(16),
    ENCRYPTION_KEY: encryptionKey,
    FILES_URL: url(['file:', 's3:'], 'file:///path or s3://bucket?endpoint=…&region=…').default(
      () => pathToFileURL(path.resolve('.data/files')).href,
    ),
    SMTP_URL: url(['smtp:', 'smtps:'], 'the mail server, smtp://user:password@host:587').optional(),
    OIDC_ISSUER: url(['http:', 'https:'], 'the address of the identity provider').optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    WORKER_CONCURRENCY: wholeNumber(1, 64).default(2),
    RUN_LEASE_MS: wholeNumber(100, 600_000).default(10_000),
    RUN_CHUNK_ROWS: wholeNumber(1, 100_000).default(5_000),
    METRICS_TOKEN: secret(16).optional(),
    PRIVATE_RANGES: ranges,
    /** Where the person stood who called npm; npm sets it. */
    INIT_CWD: z.string().optional(),
    /** How to sign in to the demo workspace, as its maker noted it down; given where the database is the embedded one, which alone has a demo. */
    DEMO_FILE: z.string().optional(),
  })
  .superRefine((settings, { addIssue }) => {
    const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
    const missing = names.filter((name) => !settings[name]);
    if (missing.length === names.length) return;
    for (const name of missing) addIssue({ code: 'custom', path: [name], message: `is missing: ${names.join(', ')} go together` });
  })
  .transform((settings) => ({ ...settings, APP_URL: settings.APP_URL ?? `http://localhost:${settings.PORT}` }));
