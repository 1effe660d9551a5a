/** The methods that a path of the interface may have an operation under. */
export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

/** What Next answers by itself for every path besides. */
export const ALL_METHODS: readonly string[] = [...METHODS, 'HEAD', 'OPTIONS'];
