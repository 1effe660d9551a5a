import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { parseInput } from '#lib/door.ts';
import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { getPolicies } from '#lib/retention/get-policies.ts';
import { previewPolicies } from '#lib/retention/preview-policies.ts';
import { changeText, type PolicyChange, patchOf, policyDifference } from '#lib/retention/rules/policies-difference.ts';
import { PoliciesPatch } from '#lib/retention/rules/policies-input.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { flag, namedWorkspace, type Outcome, type Subcommand, text, type Values } from './subcommand.ts';

export const policiesGet: Subcommand = {
  usage: '--workspace SLUG',
  options: { workspace: text },
  async run(values) {
    const { ctx } = await namedWorkspace(values);
    const { detail: _, ...policies } = await getPolicies(ctx, {});
    return { json: policies, text: stringify(policies).trimEnd() };
  },
};

export const policiesDiff: Subcommand = {
  usage: 'FILE --workspace SLUG',
  options: { workspace: text },
  positionals: ['FILE'],
  run: (values, [file]) => compare(values, file, false),
};

export const policiesSet: Subcommand = {
  usage: 'FILE --workspace SLUG [--yes]',
  options: { workspace: text, yes: flag },
  positionals: ['FILE'],
  run: (values, [file]) => compare(values, file, values.yes === true),
};

/** The difference between a file and what stands, with its effect; applied only where that was said. */
async function compare(values: Values, file: string | undefined, apply: boolean): Promise<Outcome> {
  const { ctx } = await namedWorkspace(values);
  const wanted = readPolicies(file ?? '');
  const preview = await previewPolicies(ctx, { patch: wanted, forecast: false });
  const changes = policyDifference(await getPolicies(ctx, {}), wanted);
  const effect = changes.length === 0 ? preview : await previewPolicies(ctx, { patch: patchOf(changes), forecast: true });
  const applied = apply && changes.length > 0;
  if (applied) await savePolicies(ctx, patchOf(changes));
  const { now: _, ...shown } = effect;
  return { json: { changes, preview: shown, applied }, text: lines(changes, shown, apply).join('\n') };
}

type Effect = Pick<Awaited<ReturnType<typeof previewPolicies>>, 'day' | 'kinds' | 'no_longer_expiring'>;

function lines(changes: readonly PolicyChange[], { day, kinds, no_longer_expiring }: Effect, apply: boolean): string[] {
  if (changes.length === 0) return ['Nothing differs.'];
  const effects = Object.entries(kinds).flatMap(([kind, { due, with: along, lifted, trips_breaker }]) => {
    const marks = due + along.sub_accounts;
    const said = [
      marks > 0 ? `marks ${marks}` : '',
      lifted > 0 ? `lifts ${lifted}` : '',
      trips_breaker ? 'and waits for a person' : '',
    ].filter(Boolean);
    return said.length === 0 ? [] : [`  ${kind}: ${said.join(', ')}`];
  });
  return [
    ...changes.map(changeText),
    `The daily process of ${day}${effects.length === 0 ? ' marks and lifts nothing.' : ':'}`,
    ...effects,
    ...(no_longer_expiring > 0 ? [`  ${no_longer_expiring} free accounts no longer expire: they wait for an update`] : []),
    apply ? 'Applied.' : 'Not applied. `policies set FILE --yes` applies it.',
  ];
}

/** YAML or JSON, which is YAML too; a path is the caller's, `-` is standard input. */
function readPolicies(file: string): PoliciesPatch {
  try {
    return parseInput(PoliciesPatch, parse(readFileSync(file === '-' ? 0 : path.resolve(env().INIT_CWD ?? '.', file), 'utf8')));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'invalid',
      `${file} cannot be read as YAML or JSON: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}`,
    );
  }
}
