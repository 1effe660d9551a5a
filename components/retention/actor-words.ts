const SYSTEM = ['daily process', 'command line', 'demo'];

/** Who did something, at the beginning of a sentence: "Dana Whitfield", "The daily process". */
export function actorWords(by: string): string {
  return SYSTEM.includes(by) ? `The ${by}` : by;
}

/** The same within one: "started by the daily process". */
export function actorWithin(by: string): string {
  return SYSTEM.includes(by) ? `the ${by}` : by;
}
