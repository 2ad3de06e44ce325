/**
 * Check a photo, queue it at the server of `npm run server`, follow its stages. Run with the key that the server printed:
 * `AVATAR_API_KEY=avatar_… npx tsx examples/04-client/make-avatar.ts [photo] [out.png]`
 */
import { readFile, writeFile } from 'node:fs/promises';
import { AvatarApiError, createAvatarClient } from '@avatar/client';

const [photoPath = 'examples/photos/grace-hopper.jpg', avatarPath = 'out/avatar.png'] = process.argv.slice(2);
const client = createAvatarClient({
  baseUrl: process.env['AVATAR_URL'] ?? 'http://127.0.0.1:8080',
  apiKey: process.env['AVATAR_API_KEY'] ?? '',
});

try {
  const photo = await readFile(photoPath);

  // Free: is the photo any good?
  const { usable, refusal, input_quality_score, predicted } = await client.validate(photo);
  console.log(`quality ${input_quality_score}, ${predicted.credits} credits`);
  if (!usable) throw new Error(refusal?.message);

  // Queued, so that nobody waits on a connection; the stages are told as they happen.
  const job = await client.submit(photo, { platform: 'linkedin' });
  for await (const event of client.followJob(job.id)) {
    if (event.type === 'stage-end')
      console.log(`${event.data.stage} ${Math.round(event.data.duration_ms)} ms`);
    if (event.type !== 'result') continue;
    const { decision, likeness_score, avatar_url = '' } = event.data;
    console.log(`${decision}, likeness ${likeness_score}`);
    await writeFile(avatarPath, new Uint8Array(await (await fetch(avatar_url)).arrayBuffer()));
  }
} catch (error) {
  // Errors say what to do next, in words for whoever took the photo.
  console.error(error instanceof AvatarApiError ? `${error.code}: ${error.message}` : error);
  process.exitCode = 1;
}
