const SYSTEM: Record<string, string> = {
  'daily process': 'daily process',
  'command line': 'command line',
  demo: 'demo',
  tracker: 'tracking pixel',
};

/** Who did something, at the beginning of a sentence: "Dana Whitfield", "The daily process". */
export function actorWords(by: string): string {
  return SYSTEM[by] ? `The ${SYSTEM[by]}` : by;
}

/** The same within one: "started by the daily process". */
export function actorWithin(by: string): string {
  return SYSTEM[by] ? `the ${SYSTEM[by]}` : by;
}
