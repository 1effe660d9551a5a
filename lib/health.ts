import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import net from 'node:net';
import { fileURLToPath } from 'node:url';
import { platform } from '#db/client.ts';
import { lastWorkerSeen } from '#db/workers.ts';
import { env } from './env.ts';

export type Health = { status: 'ok' | 'down'; database: boolean; worker: boolean; files: boolean; mail: boolean; alarms: string[] };

/** A worker that has not been seen for so long is taken for dead. */
const WORKER_SILENT_MS = 30_000;
const PATIENCE_MS = 3_000;

/** Whether the parts that this process needs can be reached from here: the database answers, a worker was seen within 30 s, a file folder can be written in
 *  (an S3 store: its port answers), and the mail server's port answers where there is one. */
export async function checkHealth(): Promise<Health> {
  const [seen, files, mail] = await Promise.all([workerSeen(), within(canStoreFiles()), within(canSendMail())]);
  const database = seen !== 'database away';
  const worker = seen === 'seen';
  return { status: database && worker ? 'ok' : 'down', database, worker, files, mail, alarms: [] };
}

async function workerSeen(): Promise<'seen' | 'silent' | 'database away'> {
  const seen = platform(lastWorkerSeen).then((at) => (at && at.getTime() > Date.now() - WORKER_SILENT_MS ? 'seen' : 'silent'));
  return Promise.race([seen.catch(() => 'database away' as const), patience('database away' as const)]);
}

async function canStoreFiles(): Promise<boolean> {
  const url = new URL(env().FILES_URL);
  if (url.protocol === 's3:')
    return answers(
      new URL(url.searchParams.get('endpoint') ?? `https://s3.${url.searchParams.get('region') ?? 'us-east-1'}.amazonaws.com`),
    );
  const folder = fileURLToPath(url);
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  return true;
}

async function canSendMail(): Promise<boolean> {
  const { SMTP_URL } = env();
  return SMTP_URL === undefined || answers(new URL(SMTP_URL));
}

const PORTS: Record<string, number> = { 'smtp:': 587, 'smtps:': 465, 'http:': 80, 'https:': 443 };

function answers({ hostname, port, protocol }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(Number(port || PORTS[protocol]), hostname);
    socket.setTimeout(PATIENCE_MS);
    for (const [event, reached] of [
      ['connect', true],
      ['error', false],
      ['timeout', false],
    ] as const) {
      socket.on(event, () => {
        socket.destroy();
        resolve(reached);
      });
    }
  });
}

const within = (check: Promise<boolean>) => Promise.race([check.catch(() => false), patience(false)]);

function patience<T>(answer: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, answer).unref());
}
