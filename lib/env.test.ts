import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseEnv } from './env.ts';

const good = {
  DATABASE_URL: 'postgres://app:secret@db.example:5432/perennial',
  AUTH_SECRET: 'a'.repeat(32),
  CRON_SECRET: 'c'.repeat(16),
  ENCRYPTION_KEY: randomBytes(32).toString('base64url'),
};

describe('the settings', () => {
  it('need a database and three secrets; the rest has values that work', () => {
    expect(parseEnv(good)).toMatchObject({ PORT: 3000, APP_URL: 'http://localhost:3000', WORKER_CONCURRENCY: 2, PRIVATE_RANGES: [] });
    expect(parseEnv(good).FILES_URL).toMatch(/^file:\/\/.*\/\.data\/files$/);
  });

  it('take an empty value for none', () => {
    expect(parseEnv({ ...good, PORT: '', SMTP_URL: '' })).not.toHaveProperty('SMTP_URL');
  });

  it('build the app’s own address from the port', () => {
    expect(parseEnv({ ...good, PORT: '8080' }).APP_URL).toBe('http://localhost:8080');
    expect(parseEnv({ ...good, PORT: '8080', APP_URL: 'https://retention.example' }).APP_URL).toBe('https://retention.example');
  });

  it('name every one at fault and what it should be, and never tell a value', () => {
    const fault = () => parseEnv({ ...good, AUTH_SECRET: 'hunter2', CRON_SECRET: undefined, PORT: '99999' });
    expect(fault).toThrow(/PORT should be a whole number from 1 to 65535/);
    expect(fault).toThrow(/AUTH_SECRET should be a secret of at least 32 characters/);
    expect(fault).toThrow(/CRON_SECRET should be a secret of at least 16 characters/);
    expect(fault).not.toThrow(/hunter2/);
  });

  it.each([
    ['DATABASE_URL', 'mysql://db/perennial'],
    ['DATABASE_URL', 'db'],
    ['PORT', '0'],
    ['PORT', '3000.5'],
    ['PORT', '80x'],
    ['WORKER_CONCURRENCY', '0'],
    ['WORKER_CONCURRENCY', '65'],
    ['APP_URL', 'retention.example'],
    ['ENCRYPTION_KEY', randomBytes(31).toString('base64')],
    ['FILES_URL', '/var/files'],
    ['SMTP_URL', 'mail.example:25'],
    ['PRIVATE_RANGES', '10.0.0.0'],
    ['PRIVATE_RANGES', '10.0.0.0/33'],
    ['PRIVATE_RANGES', 'fd00::/129'],
    ['PRIVATE_RANGES', '10.0.0.0/8/8'],
    ['NODE_ENV', 'staging'],
  ])('refuse %s=%s', (name, value) => {
    expect(() => parseEnv({ ...good, [name]: value })).toThrow(`${name} should be`);
  });

  it('read private ranges as a list', () => {
    expect(parseEnv({ ...good, PRIVATE_RANGES: '10.0.0.0/8, fd00::/128,' }).PRIVATE_RANGES).toEqual(['10.0.0.0/8', 'fd00::/128']);
  });

  it('want an identity provider whole or not at all', () => {
    expect(() => parseEnv({ ...good, OIDC_ISSUER: 'https://id.example' })).toThrow(
      /OIDC_CLIENT_ID is missing.*OIDC_CLIENT_SECRET is missing/,
    );
    const whole = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'perennial', OIDC_CLIENT_SECRET: 's' };
    expect(parseEnv({ ...good, ...whole })).toMatchObject(whole);
  });
});
