import { type EntityKind, type EntityReference, REFERENCE_SHAPE, readReference } from '#lib/entities/rules/entity-reference.ts';
import { AppError } from '#lib/errors.ts';

/** Reads the name of an entity; AppError `invalid` at `path` where it has another shape than its kind's. */
export function requireReference(kind: EntityKind, text: string, path = 'entity'): EntityReference {
  const reference = readReference(kind, text);
  if (reference) return reference;
  const message = `Name it as ${REFERENCE_SHAPE[kind]}, each part percent-encoded.`;
  throw new AppError('invalid', message, { fields: [{ path, message }] });
}
