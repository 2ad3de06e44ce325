import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

/** One picture of a bust. */
export interface View {
  /** Degrees around it: 0 in front, 90 at its left side. */
  readonly azimuth?: number;
  readonly elevation?: number;
  /** The face alone. */
  readonly close?: boolean;
  /** Weights of expressions. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Turn of the head against the body, degrees. */
  readonly turn?: number;
  /** Turn of the eyes, degrees. */
  readonly gaze?: number;
}

const THREE = join(import.meta.dirname, '../../node_modules/three');
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' };
const FLAGS = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** Draws GLB files with three.js in a headless browser. */
export class BustViewer {
  readonly #server: Server;
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #files: Map<string, Uint8Array>;

  private constructor(server: Server, browser: Browser, page: Page, files: Map<string, Uint8Array>) {
    this.#server = server;
    this.#browser = browser;
    this.#page = page;
    this.#files = files;
  }

  static async open(executablePath = '/usr/bin/chromium'): Promise<BustViewer> {
    const files = new Map<string, Uint8Array>();
    const server = createServer((request, response) => {
      const path = normalize(decodeURI(request.url ?? '/'));
      const bust = files.get(path);
      if (bust) {
        response.end(bust);
        return;
      }
      const file = path.startsWith('/three/')
        ? join(THREE, path.slice(6))
        : join(import.meta.dirname, 'view.html');
      response.setHeader('content-type', TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
      createReadStream(file).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    const page = await browser.newPage({ viewport: { width: 1024, height: 1024 } });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('window.ready');
    return new BustViewer(server, browser, page, files);
  }

  /** PNG of a file from a side. */
  async draw(bytes: Uint8Array, view: View, size = 400): Promise<Uint8Array> {
    this.#files.set('/bust.glb', bytes);
    await this.#page.evaluate(`window.draw(${JSON.stringify({ ...view, size, url: '/bust.glb' })})`);
    return this.#page.locator('canvas').screenshot();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    this.#server.close();
  }
}
