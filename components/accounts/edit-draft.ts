export const DETAIL_NAMES = ['name', 'contract_status', 'contract_value', 'parent'] as const;

/** What can be edited of an account. */
export type Details = { name: string | null; contract_status: string | null; contract_value: number | null; parent: string | null };
/** The same as it stands in the fields. */
export type Draft = Record<keyof Details, string>;

export function draftOf({ name, contract_status, contract_value, parent }: Details): Draft {
  return {
    name: name ?? '',
    contract_status: contract_status ?? '',
    contract_value: contract_value === null ? '' : String(contract_value),
    parent: parent ?? '',
  };
}

type Fault = { message: string; fields: { path: string; message: string }[] };

/** What is no longer as it was: an empty field takes its value away. Words for the field where the contract value is no number. */
export function changedFields(before: Details, draft: Draft): { patch: Partial<Details> } | Fault {
  const said = draft.contract_value.trim().replaceAll(',', '');
  const value = said === '' ? null : Number(said);
  if (value !== null && !Number.isFinite(value))
    return { message: '', fields: [{ path: 'contract_value', message: 'Enter a number, or leave it empty.' }] };
  const after: Details = {
    name: draft.name.trim() || null,
    contract_status: draft.contract_status.trim() || null,
    contract_value: value,
    parent: draft.parent.trim() || null,
  };
  const changed = DETAIL_NAMES.filter((name) => after[name] !== before[name]);
  return { patch: Object.fromEntries(changed.map((name) => [name, after[name]])) };
}
