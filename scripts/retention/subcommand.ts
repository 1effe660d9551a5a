import type { ParseArgsOptionsConfig } from 'node:util';
import type { Context } from '#lib/context.ts';
import { AppError } from '#lib/errors.ts';
import { type ListedWorkspace, workspaceAt } from '#lib/workspaces/list-workspaces.ts';

export type Values = Record<string, string | boolean | undefined>;

/** What a subcommand found: for programs, for people, and 1 where it found a fault. */
export type Outcome = { json: unknown; text: string; status?: 0 | 1 };

export type Subcommand = {
  /** What follows its name: `--workspace SLUG [--quota N]`. */
  usage: string;
  options: ParseArgsOptionsConfig;
  /** Names of what stands without an option, all of it needed. */
  positionals?: readonly string[];
  run(values: Values, positionals: readonly string[]): Promise<Outcome>;
};

export const OPERATOR = { type: 'system', name: 'command line' } as const;

/** The workspace that `--workspace` names, and the operator at work in it. */
export async function namedWorkspace({ workspace }: Values): Promise<{ ctx: Context; workspace: ListedWorkspace }> {
  const { workspaceId, ...listed } = await workspaceAt(needed('workspace', workspace));
  return { ctx: { workspaceId, actor: OPERATOR }, workspace: listed };
}

/** An option that must be there; AppError `invalid`. */
export function needed(name: string, value: string | boolean | undefined): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new AppError('invalid', `Give --${name}.`);
}

/** A number as the option says it; what is no number is the schema's to refuse. */
export const numberOf = (value: string | boolean | undefined) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value);

export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;
