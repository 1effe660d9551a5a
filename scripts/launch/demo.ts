import fs from 'node:fs';
import path from 'node:path';
import { dataFolder } from './root.mjs';

type Demo = { workspace: string; email: string; password: string; people: { email: string; password: string; role: string }[] };

/** How to sign in to the demo workspace, as its maker noted it down; nothing where there is none. */
export function describeDemo(port: number): string {
  const file = path.join(dataFolder, 'demo.json');
  if (!fs.existsSync(file)) return '';
  const { workspace, email, password, people }: Demo = JSON.parse(fs.readFileSync(file, 'utf8'));
  const others = people
    .filter((person) => person.email !== email)
    .map((person) => `          ${person.email} / ${person.password}  (${person.role})`);
  return [`\nDemo      http://localhost:${port}/${workspace}`, `Sign in   ${email} / ${password}`, ...others, ''].join('\n');
}
