import { describe, expect, it } from 'vitest';
import { eventStream, type StreamMessage } from './event-stream.js';

async function read(...chunks: (string | Uint8Array)[]): Promise<StreamMessage[]> {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks)
        controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
      controller.close();
    },
  });
  const messages: StreamMessage[] = [];
  for await (const message of eventStream(body)) messages.push(message);
  return messages;
}

describe('eventStream', () => {
  it('reads events with ids, names and data, whatever ends their lines', async () => {
    const expected = [
      { id: '1', event: 'a', data: '{"x":1}' },
      { id: undefined, event: 'message', data: 'y' },
    ];
    for (const end of ['\n', '\r\n', '\r'])
      expect(await read(`id: 1${end}event: a${end}data: {"x":1}${end}${end}data:y${end}${end}`)).toEqual(
        expected,
      );
  });

  it('puts lines of data together, and leaves out comments and events without data', async () => {
    expect(await read(': hello\n\nevent: empty\n\nretry: 5\ndata: a\ndata\ndata:  b\n\n')).toEqual([
      { id: undefined, event: 'message', data: 'a\n\n b' },
    ]);
  });

  it('reads what comes in pieces, also of one character', async () => {
    const bytes = new TextEncoder().encode('event: ä\ndata: 😀\n\nevent: b\ndata: 2\n\n');
    for (let size = 1; size < 7; size++) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.slice(i * size, (i + 1) * size),
      );
      expect((await read(...pieces)).map(({ event, data }) => event + data)).toEqual(['ä😀', 'b2']);
    }
  });

  it('drops what was cut off', async () => expect(await read('data: a\n\ndata: b')).toHaveLength(1));
});
