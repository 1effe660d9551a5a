import { closeDatabase, connectForHaste } from '#db/client.ts';
import { env } from '#lib/env.ts';
import { makeDemo } from './demo/make-demo.ts';

const { DEMO_FILE } = env();
if (DEMO_FILE === undefined) throw new Error('the demo goes into the embedded database alone: DEMO_FILE says where its sign-in is noted');
connectForHaste();
const began = performance.now();
const made = await makeDemo({ file: DEMO_FILE, seed: 'meridian', nowMs: Date.now() });
if (made) console.error(`» the demo workspace is made: a year in ${((performance.now() - began) / 1000).toFixed(1)} s`);
await closeDatabase();
