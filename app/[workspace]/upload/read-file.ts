import Papa from 'papaparse';

/** Rows a call: what the server takes, and well below the size that an action's body may have. */
const ROWS_A_BATCH = 1_000;
const CHARACTERS_A_BATCH = 300_000;

export type Row = { line: number; cells: string[] };
export type Batch = { rows: Row[] /** How far the file is read, 0 to 1. */; share: number };

/** The headings of a file and its first rows. */
export function readHead(file: File, rows: number): Promise<{ headings: string[]; rows: string[][] }> {
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(file, {
      preview: rows + 1,
      skipEmptyLines: 'greedy',
      complete: ({ data }) =>
        resolve({
          headings: (data[0] ?? []).map((heading, i) => (i === 0 ? heading.replace(/^\uFEFF/, '') : heading)),
          rows: data.slice(1),
        }),
      error: reject,
    });
  });
}

/** Reads a file from beginning to end, a batch at a time; the next is read when `take` is done, so memory holds one piece of it whatever its size.
 *  `take` answers false to stop. */
export function readBatches(file: File, take: (batch: Batch) => Promise<boolean>): Promise<void> {
  return new Promise((resolve, reject) => {
    let line = 1;
    Papa.parse<string[]>(file, {
      skipEmptyLines: 'greedy',
      chunkSize: 262_144,
      chunk: async ({ data, meta }, parser) => {
        parser.pause();
        const rows = data.map((cells) => ({ line: line++, cells }));
        try {
          for (const batch of batchesOf(line - 1 === rows.length ? rows.slice(1) : rows)) {
            if (await take({ rows: batch, share: Math.min(1, meta.cursor / Math.max(1, file.size)) })) continue;
            parser.abort();
            return;
          }
          parser.resume();
        } catch (error) {
          parser.abort();
          reject(error);
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

function batchesOf(rows: readonly Row[]): Row[][] {
  const batches: Row[][] = [];
  let size = 0;
  for (const row of rows) {
    const last = batches.at(-1);
    const characters = row.cells.reduce((n, cell) => n + cell.length, 0);
    if (last && last.length < ROWS_A_BATCH && size + characters <= CHARACTERS_A_BATCH) {
      last.push(row);
      size += characters;
    } else {
      batches.push([row]);
      size = characters;
    }
  }
  return batches;
}

/** A file of rows with why each was refused, to be mended and sent again. */
export function refusedFile(
  headings: readonly string[],
  reasonColumn: string,
  refused: readonly { cells: readonly string[]; reason: string }[],
): Blob {
  const kept = headings.flatMap((heading, i) => (heading === reasonColumn ? [] : [i]));
  const fields = [...kept.map((i) => headings[i] ?? ''), reasonColumn];
  const data = refused.map(({ cells, reason }) => [...kept.map((i) => cells[i] ?? ''), reason]);
  return new Blob([Papa.unparse({ fields, data })], { type: 'text/csv;charset=utf-8' });
}
