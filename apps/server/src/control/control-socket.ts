import { chmod, rm } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { localSocket } from '../database/local-socket.js';

const NAME = 'control.sock';
const requestSchema = z.object({ words: z.array(z.string()) });
const answerSchema = z.object({ lines: z.array(z.string()), exitCode: z.int() });

/** What a command printed, and how it ended. */
export type CommandAnswer = z.output<typeof answerSchema>;

/**
 * Lets commands of the operator work on the embedded database while this process has it. Whoever may open the data
 * directory may do so, and could read the database anyway.
 * @returns ends it
 */
export async function serveControl(
  dataDir: string,
  run: (words: readonly string[]) => Promise<CommandAnswer>,
): Promise<() => Promise<void>> {
  const path = localSocket(dataDir, NAME);
  await rm(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => void answer(socket, run));
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(path, done);
  });
  if (process.platform !== 'win32') await chmod(path, 0o600);
  return () => new Promise((done) => server.close(() => done()));
}

async function answer(
  socket: Socket,
  run: (words: readonly string[]) => Promise<CommandAnswer>,
): Promise<void> {
  socket.on('error', () => socket.destroy());
  try {
    const { words } = requestSchema.parse(JSON.parse(await received(socket)));
    socket.end(JSON.stringify(await run(words)));
  } catch {
    socket.destroy();
  }
}

/** Everything until the other side has said all; unlike an iteration, it leaves the socket open for an answer. */
const received = (socket: Socket): Promise<string> =>
  new Promise((done, failed) => {
    let all = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (all += part));
    socket.once('end', () => done(all));
    socket.once('close', () => failed(new Error('The other side is gone')));
  });

/** Has the running server do a command. Undefined when none runs on this directory. */
export async function askRunningServer(
  dataDir: string,
  words: readonly string[],
): Promise<CommandAnswer | undefined> {
  const socket = await new Promise<Socket | undefined>((done) => {
    const connection = createConnection(localSocket(dataDir, NAME));
    connection.once('connect', () => done(connection));
    connection.once('error', () => done(undefined));
  });
  if (socket === undefined) return undefined;
  socket.end(JSON.stringify({ words }));
  return answerSchema.parse(JSON.parse(await text(socket)));
}
