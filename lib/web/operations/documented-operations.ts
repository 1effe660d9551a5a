import type { Documented } from '../operation.ts';
import { allOperations } from './all-operations.ts';
import { clientOperations } from './clients.ts';

/** All that the document has: the interface, and the paths of clients that people run already. */
export const documentedOperations: readonly Documented[] = [...allOperations, ...clientOperations];
