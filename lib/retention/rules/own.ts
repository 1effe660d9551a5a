/** What a record holds under a key that people or programs chose: a collection may be called `constructor`, which every object has something under. */
export function own<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
