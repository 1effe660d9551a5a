import { parseArgs } from 'node:util';
import { AppError } from '#lib/errors.ts';
import { explainFailure } from '#lib/failure.ts';
import type { FieldError } from '#lib/rules/read-by-schema.ts';
import { apiKeyCreate } from './api-key.ts';
import { auditVerify } from './audit.ts';
import { daily } from './daily.ts';
import { policiesDiff, policiesGet, policiesSet } from './policies.ts';
import type { Outcome, Subcommand } from './subcommand.ts';
import { userCreate } from './user.ts';
import { workspaceCreate, workspaceList, workspaceSet } from './workspace.ts';

const SUBCOMMANDS: Record<string, Subcommand> = {
  'workspace create': workspaceCreate,
  'workspace list': workspaceList,
  'workspace set': workspaceSet,
  'user create': userCreate,
  'api-key create': apiKeyCreate,
  daily,
  'policies get': policiesGet,
  'policies set': policiesSet,
  'policies diff': policiesDiff,
  'audit verify': auditVerify,
};

type Output = { out(text: string): void; err(text: string): void };

/** The operator's command line. Gives the exit status: 0 done, 1 it found a fault, 2 wrong usage. */
export async function commandLine(args: readonly string[], { out, err }: Output): Promise<0 | 1 | 2> {
  try {
    if (args.length === 0 || args.includes('--help')) {
      out(usage());
      return args.length === 0 ? 2 : 0;
    }
    // It may stand before the command's name, too.
    const { json, text, status = 0 } = await run(args.filter((arg) => arg !== '--json'));
    out(args.includes('--json') ? JSON.stringify(json, null, 2) : text);
    return status;
  } catch (error) {
    err(`retention: ${lineOf(error)}`);
    return isWrongUsage(error) ? 2 : 1;
  }
}

async function run(args: readonly string[]): Promise<Outcome> {
  const name = [args.slice(0, 2).join(' '), args[0] ?? ''].find((candidate) => Object.hasOwn(SUBCOMMANDS, candidate));
  const subcommand = name === undefined ? undefined : SUBCOMMANDS[name];
  if (name === undefined || subcommand === undefined)
    throw new AppError('invalid', `There is no such command. These are: ${Object.keys(SUBCOMMANDS).join(', ')}. See --help.`);
  const { options, positionals: wanted = [], usage } = subcommand;
  const { values, positionals } = parseArgs({
    args: args.slice(name.split(' ').length),
    options,
    allowPositionals: wanted.length > 0,
    allowNegative: true,
  });
  if (positionals.length !== wanted.length) throw new AppError('invalid', `Usage: retention ${name} ${usage}`);
  return subcommand.run(values as Record<string, string | boolean | undefined>, positionals);
}

function usage(): string {
  const lines = Object.entries(SUBCOMMANDS).map(([name, { usage: after }]) => `  retention ${name} ${after}`.trimEnd());
  return ['Usage:', ...lines, 'With --json one JSON value is printed. Exit status: 0 done, 1 it found a fault, 2 wrong usage.'].join('\n');
}

/** On one line, with the option that each refused field belongs to. */
function lineOf(error: unknown): string {
  const known = explainFailure(error);
  if (known && known.fields.length > 0) return known.fields.map(({ path, message }) => `${optionOf(path)}: ${message}`).join(' ');
  const message = known?.message ?? (error instanceof Error ? error.message : String(error));
  return message.replace(/\s*\n\s*/g, ' ');
}

const OPTIONS: Record<string, string> = { extendedRetention: '--extended', testClock: '--test-clock', scopes: '--scope' };

function optionOf(path: FieldError['path']): string {
  const field = /^\w+/.exec(path)?.[0] ?? path;
  return OPTIONS[field] ?? `--${field}`;
}

/** What the caller can mend by writing it differently; a fault of the installation is none. */
function isWrongUsage(error: unknown): boolean {
  if (error instanceof AppError) return error.code !== 'unavailable';
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
