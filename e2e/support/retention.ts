import { execFileSync } from 'node:child_process';

/** Runs the operator's command line beside the served product, and gives the JSON that it prints. */
export function retention(...args: string[]) {
  const program = process.env.E2E_RETENTION;
  if (!program) throw new Error('run browser tests with `npm test -- browser`: it serves the product and says where its programs are');
  return JSON.parse(execFileSync(process.execPath, [program, ...args, '--json'], { encoding: 'utf8' }));
}
