import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicAddressesAnd } from './address-policy.js';
import { createGuardedFetch, type GuardedFetch } from './guarded-fetch.js';

/** A certificate for `hook.example` alone, made for this run; undefined where the openssl command is missing. */
function certificate(): { key: string; cert: string } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'avatar-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=hook.example', '-addext', 'subjectAltName=DNS:hook.example'];
  try {
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', '-x509', ...curve, ...subject, '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const pair = certificate();

// Needs the openssl command to make a certificate.
describe.skipIf(pair === undefined)('a pinned TLS connection', () => {
  let server: Server;
  let guarded: GuardedFetch;
  let port: number;
  const names: (string | false)[] = [];

  beforeAll(async () => {
    server = createServer(pair!, (request, response) => {
      names.push((request.socket as unknown as { servername: string | false }).servername);
      response.end('ok');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
    guarded = createGuardedFetch({
      protocols: ['https:'],
      ports: [port],
      isAllowedAddress: publicAddressesAnd('127.0.0.1'),
      lookup: async () => ['127.0.0.1'],
      trustedCertificates: [pair!.cert],
    });
  });
  afterAll(async () => {
    await guarded.close();
    await new Promise((done) => server.close(done));
  });

  it('asks for the name, though it connects to the address', async () => {
    expect((await guarded.request(`https://hook.example:${port}/`)).status).toBe(200);
    expect(names).toEqual(['hook.example']);
  });

  it('is refused when the certificate is for another name', async () => {
    await expect(guarded.request(`https://other.example:${port}/`)).rejects.toMatchObject({
      reason: 'fetch-failed',
    });
    expect(names).toHaveLength(1);
  });

  it('is the only kind where the policy says so', async () => {
    await expect(guarded.request(`http://hook.example:${port}/`)).rejects.toMatchObject({
      reason: 'blocked-address',
    });
  });
});
