import type { Step } from './steps.ts';
import type { World } from './world.ts';

/** What somebody means to do. Which steps that takes depends on how things stand; none where nothing fits. */
export type Intent = (world: World) => Step[];
