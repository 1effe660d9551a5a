type LogFields = Record<string, unknown>;

/** One line an event on standard error, so that what a command answers on standard output stays clean: JSON, or plain text on a terminal. */
export const log = {
  info: (message: string, fields?: LogFields) => write('info', message, fields),
  warn: (message: string, fields?: LogFields) => write('warn', message, fields),
  error: (message: string, fields?: LogFields) => write('error', message, fields),
};

type Level = keyof typeof log;

function write(level: Level, message: string, fields: LogFields = {}): void {
  const line = process.stderr.isTTY ? plainLine : jsonLine;
  process.stderr.write(`${line(level, message, fields)}\n`);
}

export function jsonLine(level: Level, message: string, fields: LogFields): string {
  return JSON.stringify({ time: new Date().toISOString(), level, message, ...fields }, readable);
}

export function plainLine(level: Level, message: string, fields: LogFields): string {
  const mark = { info: '·', warn: '!', error: '✗' }[level];
  const details = Object.entries(fields).map(([name, value]) => ` ${name}=${plainValue(value)}`);
  return `${mark} ${message}${details.join('')}`;
}

function plainValue(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  return typeof value === 'string' ? value : JSON.stringify(value, readable);
}

/** What JSON would lose or refuse: errors become `{}`, a bigint throws. */
function readable(_key: string, value: unknown): unknown {
  if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack, cause: value.cause };
  return typeof value === 'bigint' ? value.toString() : value;
}
