import fs from 'node:fs';
import path from 'node:path';
import { dataFolder } from './root.mjs';

type Demo = { workspace: string; people: { name: string; email: string; password: string; role: string }[] };

/** How to sign in to the demo workspace, as its maker noted it down; nothing where there is none. */
export function describeDemo(port: number): string {
  const file = path.join(dataFolder, 'demo.json');
  if (!fs.existsSync(file)) return '';
  const { workspace, people }: Demo = JSON.parse(fs.readFileSync(file, 'utf8'));
  const lines = people.map(({ email, password, role }, i) => `${i === 0 ? 'Sign in' : '       '}   ${email} / ${password}  (${role})`);
  return [`\nDemo      http://localhost:${port}/${workspace}`, ...lines, ''].join('\n');
}
