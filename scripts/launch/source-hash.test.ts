import { describe, expect, it } from 'vitest';
import { HASH, sourceFiles, sourceHash } from './source-hash.ts';

describe('what a build depends on', () => {
  const files = sourceFiles(['scripts/launch', 'package.json', 'no-such-folder']);

  it('is every file below, whatever is not there left out, and no test', () => {
    expect(files).toContain('scripts/launch/source-hash.ts');
    expect(files).toContain('package.json');
    expect(files.filter((file) => /\.test\.|no-such/.test(file))).toEqual([]);
  });

  it('has the same hash while nothing changes, another with one file less', () => {
    expect(sourceHash(files)).toMatch(HASH);
    expect(sourceHash(sourceFiles(['scripts/launch', 'package.json']))).toBe(sourceHash(files));
    expect(sourceHash(files.slice(1))).not.toBe(sourceHash(files));
  });
});
