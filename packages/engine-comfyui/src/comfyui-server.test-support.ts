import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';

type Graph = Record<string, { class_type: string; inputs: Record<string, unknown> }>;

/** What a server of the tests does with a job. */
export type JobEnd =
  | { readonly picture: Uint8Array }
  | { readonly nodeFails: { readonly node: string; readonly nodeType: string } }
  | { readonly noPicture: true }
  | { readonly hangs: true };

export interface ComfyUiServer extends AsyncDisposable {
  readonly url: string;
  /** Method and path of every request, in order. */
  readonly requests: readonly string[];
  /** Files in the temporary folder, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly graphs: readonly Graph[];
  readonly history: ReadonlyMap<string, unknown>;
  readonly interrupted: readonly string[];
}

export interface ComfyUiServerOptions {
  /** What becomes of a job; it is given the graph, and the files that its nodes load. */
  readonly run: (graph: Graph, files: ReadonlyMap<string, Uint8Array>) => JobEnd | Promise<JobEnd>;
  /** Answers a request itself, before the server does. */
  readonly before?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/**
 * A small server with the routes of ComfyUI: it validates a graph as that does, queues one job after the other, lists a job
 * in its history once it is over, and shows files by name, folder and type.
 */
export async function comfyUiServer({ run, before }: ComfyUiServerOptions): Promise<ComfyUiServer> {
  const requests: string[] = [];
  const files = new Map<string, Uint8Array>();
  const outputs = new Map<string, Uint8Array>();
  const graphs: Graph[] = [];
  const history = new Map<string, unknown>();
  const interrupted: string[] = [];
  let running: string | undefined;

  const finish = (id: string, graph: Graph, end: JobEnd) => {
    if ('hangs' in end || running !== id) return;
    running = undefined;
    const [saver] = Object.entries(graph).find(([, node]) =>
      /^(Preview|Save)Image$/.test(node.class_type),
    ) ?? ['0'];
    const entry = (status: object, images?: object) => ({
      prompt: [0, id, graph, {}, [saver]],
      outputs: images === undefined ? {} : { [saver]: { images: [images] } },
      status,
      meta: {},
    });
    if ('nodeFails' in end) {
      const { node, nodeType } = end.nodeFails;
      const told = { prompt_id: id, node_id: node, node_type: nodeType, exception_type: 'RuntimeError' };
      const messages = [
        ['execution_start', { prompt_id: id }],
        ['execution_error', { ...told, exception_message: 'a secret prompt', traceback: [] }],
      ];
      history.set(id, entry({ status_str: 'error', completed: false, messages }));
      return;
    }
    const status = { status_str: 'success', completed: true, messages: [] };
    if ('noPicture' in end) return void history.set(id, entry(status));
    const filename = `ComfyUI_temp_${graphs.length}_00001_.png`;
    outputs.set(filename, end.picture);
    history.set(id, entry(status, { filename, subfolder: '', type: 'temp' }));
  };

  const routes: Record<string, (request: Request, url: URL) => Promise<Response> | Response> = {
    'POST /upload/image': async (request) => {
      const { file, fields } = await readForm(request);
      if (!files.has(file.name) || fields.get('overwrite') === 'true') files.set(file.name, file.bytes);
      return Response.json({ name: file.name, subfolder: '', type: fields.get('type') ?? 'input' });
    },
    'POST /prompt': async (request) => {
      const { prompt: graph } = (await request.json()) as { prompt: Graph };
      const errors = graphErrors(graph, files);
      if (Object.keys(errors).length > 0)
        return Response.json(
          {
            error: { type: 'prompt_outputs_failed_validation', message: 'a secret prompt' },
            node_errors: errors,
          },
          { status: 400 },
        );
      const id = randomUUID();
      graphs.push(graph);
      running = id;
      void Promise.resolve(run(graph, files)).then((end) => finish(id, graph, end));
      return Response.json({ prompt_id: id, number: graphs.length, node_errors: {} });
    },
    'GET /queue': () =>
      Response.json({
        queue_running: running === undefined ? [] : [[0, running, {}, {}, []]],
        queue_pending: [],
      }),
    'POST /queue': () => new Response(null),
    'POST /interrupt': async (request) => {
      interrupted.push(((await request.json()) as { prompt_id: string }).prompt_id);
      running = undefined;
      return new Response(null);
    },
    'POST /history': async (request) => {
      for (const id of ((await request.json()) as { delete: string[] }).delete) history.delete(id);
      return new Response(null);
    },
    'GET /view': (_request, url) => {
      const file = outputs.get(url.searchParams.get('filename') ?? '');
      const isThere = file !== undefined && url.searchParams.get('type') === 'temp';
      return isThere ? new Response(new Uint8Array(file)) : new Response(null, { status: 404 });
    },
  };

  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    requests.push(`${incoming.method} ${url.pathname}`);
    // Every route is there twice.
    url.pathname = url.pathname.replace(/^\/api\//, '/');
    if (before?.(incoming, outgoing)) return;
    void answer(incoming, url).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(new Uint8Array(await response.arrayBuffer()));
    });
  });
  const answer = async (incoming: IncomingMessage, url: URL): Promise<Response> => {
    const job = /^\/history\/(.+)$/.exec(url.pathname)?.[1];
    if (job !== undefined) return Response.json(history.has(job) ? { [job]: history.get(job) } : {});
    const route = routes[`${incoming.method} ${url.pathname}`];
    return route === undefined
      ? new Response(null, { status: 404 })
      : route(await readRequest(incoming, url), url);
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    files,
    graphs,
    history,
    interrupted,
    [Symbol.asyncDispose]: () => {
      server.closeAllConnections();
      return new Promise<void>((done) => server.close(() => done()));
    },
  };
}

async function readRequest(incoming: IncomingMessage, url: URL): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const hasBody = incoming.method === 'POST';
  return new Request(url, {
    method: incoming.method ?? 'GET',
    headers: { 'content-type': incoming.headers['content-type'] ?? '' },
    ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
  });
}

/** The file and the texts of a multipart body. */
async function readForm(request: Request) {
  const [, boundary = ''] = /boundary=(.+)$/.exec(request.headers.get('content-type') ?? '') ?? [];
  const body = Buffer.from(await request.arrayBuffer()).toString('latin1');
  const fields = new Map<string, string>();
  let file = { name: '', bytes: new Uint8Array() };
  for (const part of body.split(`--${boundary}`).slice(1, -1)) {
    const [head, ...rest] = part.slice(2, -2).split('\r\n\r\n');
    const content = rest.join('\r\n\r\n');
    const name = /filename="([^"]+)"/.exec(head)?.[1];
    if (name === undefined) fields.set(/name="([^"]+)"/.exec(head)?.[1] ?? '', content);
    else file = { name, bytes: new Uint8Array(Buffer.from(content, 'latin1')) };
  }
  return { file, fields };
}

/** As the real one: links lead to nodes, numbers are numbers, files are there. */
function graphErrors(graph: Graph, files: ReadonlyMap<string, Uint8Array>): Record<string, object> {
  const errors: Record<string, object> = {};
  for (const [id, { class_type, inputs }] of Object.entries(graph)) {
    const wrong: string[] = [];
    for (const [name, value] of Object.entries(inputs)) {
      if (Array.isArray(value) && graph[String(value[0])] === undefined) wrong.push(name);
      if (['seed', 'denoise', 'width', 'height'].includes(name) && typeof value !== 'number')
        wrong.push(name);
      if (
        class_type.startsWith('LoadImage') &&
        name === 'image' &&
        !files.has(String(value).replace(' [temp]', ''))
      )
        wrong.push(name);
    }
    if (wrong.length > 0)
      errors[id] = {
        errors: wrong.map((name) => ({ type: 'invalid', details: name })),
        dependent_outputs: [],
        class_type,
      };
  }
  return errors;
}
