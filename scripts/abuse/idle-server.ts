import { spawn } from 'node:child_process';
import { freePort } from '../load-test/server-process.js';

export interface IdleServer extends Disposable {
  readonly url: string;
}

/**
 * An HTTP server that does nothing, in a process of its own. What its answers take at the same time is what the machine
 * and the asking process add to those of the server that is abused.
 */
export async function startIdleServer(): Promise<IdleServer> {
  const port = await freePort();
  const program = `require('node:http').createServer((_, answer) => answer.end()).listen(${port}, '127.0.0.1')`;
  const child = spawn(process.execPath, ['-e', program], { stdio: 'ignore' });
  return { url: `http://127.0.0.1:${port}/`, [Symbol.dispose]: () => void child.kill() };
}
