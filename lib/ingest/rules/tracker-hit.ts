import type { FieldError } from '#lib/rules/read-by-schema.ts';
import { accountAttributes, type ClientNames } from './client-attributes.ts';
import { type Fields, identifierIn } from './client-fields.ts';
import type { Told } from './told.ts';

/** One hit of Totango's tracker, by its parameters. */
export type TrackerHit = { shape: 'hit'; sent: Fields };

/** What a hit tells: `sdr_o` the account, `sdr_u` its user, `sdr_a` and `sdr_m` what was done and where, and attributes of both. */
export function tellHit({ sent }: TrackerHit, names: ClientNames): Told | FieldError {
  const [account, user, activity] = [identifierIn(sent.sdr_o), identifierIn(sent.sdr_u), identifierIn(sent.sdr_a)];
  if (account === undefined && user === undefined) return { path: 'sdr_o', message: 'Send sdr_o, the account, or sdr_u, a user.' };
  const [ofAccount, ofUser] = [accountFields(sent), fieldsAfter(sent, 'sdr_u.')];
  const usage = activity !== undefined;
  const signals: object[] = [];
  if (account !== undefined && (ofAccount !== null || (user === undefined && !usage)))
    signals.push({ type: 'account', account, attributes: accountAttributes(ofAccount, names) });
  if (user !== undefined && (ofUser !== null || !usage)) signals.push({ type: 'user', account, user, attributes: ofUser });
  if (usage) signals.push({ type: 'usage', account, user, module: identifierIn(sent.sdr_m), activity });
  return { signals, redated: false };
}

function accountFields(sent: Fields): Fields | null {
  const { parent_id: parent, ...fields } = fieldsAfter(sent, 'sdr_o.') ?? {};
  const name = identifierIn(sent.sdr_odn);
  const all = { ...fields, ...(parent !== undefined && parent !== '' && { parent }), ...(name !== undefined && { name }) };
  return Object.keys(all).length === 0 ? null : all;
}

/** The parameters whose names begin with `prefix`, by the rest of their names; null where there are none. */
function fieldsAfter(sent: Fields, prefix: string): Fields | null {
  const entries = Object.entries(sent).flatMap(([name, value]) =>
    name.startsWith(prefix) && name !== prefix ? [[name.slice(prefix.length), value]] : [],
  );
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
