import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from '../../testing/test-server.test-support.js';

/**
 * Every request of the vendor's document, in its order, shortened to what is wished of the picture: the style that comes
 * of it and what else the recipe is to say.
 */
const REQUESTS: readonly (readonly [string, string | undefined, string, object])[] = [
  [
    'corporate headshot with studio lighting from this selfie, a professional avatar',
    undefined,
    'corporate_headshot',
    {},
  ],
  [
    'Transform this selfie into a professional corporate headshot. Clean studio background (soft gray gradient), slight smile. Suitable for LinkedIn.',
    undefined,
    'corporate_headshot',
    { background: 'studio_light', platform: 'linkedin' },
  ],
  [
    'Convert this photo into a Pixar-style cartoon avatar. Bright cheerful background.',
    undefined,
    'cartoon',
    {},
  ],
  [
    'Generate a 3D rendered avatar based on this photo, like a video game character. Clean dark studio background.',
    undefined,
    '3d_render',
    { palette: 'charcoal' },
  ],
  [
    'Transform this photo into a powerful wizard avatar. Add a purple cloak, a long silver beard, ancient staff. Dramatic lighting.',
    undefined,
    'fantasy_wizard',
    { light: 'dramatic' },
  ],
  [
    'Transform this photo into a noble knight avatar. Medieval castle background with dramatic sunset.',
    undefined,
    'fantasy_knight',
    { background: 'castle_dusk' },
  ],
  [
    'Transform this photo into a cyberpunk avatar. Dark city background with rain and neon signs.',
    undefined,
    'cyberpunk',
    { background: 'neon_city' },
  ],
  [
    'Create a trendy Instagram profile avatar. Soft warm filter. Pastel gradient background. Influencer-style.',
    undefined,
    'social',
    { platform: 'instagram', background: 'pastel', light: 'warm' },
  ],
  [
    'Create a cool Discord avatar. Anime-inspired style. Add gaming headphones.',
    undefined,
    'anime_character',
    { platform: 'discord' },
  ],
  [
    'Create an epic gaming avatar. Transform me into an RPG hero character - detailed armor.',
    undefined,
    'fantasy_knight',
    {},
  ],
  [
    'I want to create multiple avatar variations from this photo. Start with a professional headshot version.',
    'avatar-variations-001',
    'corporate_headshot',
    {},
  ],
  ['Now create a cartoon/illustrated version of the same person', 'avatar-variations-001', 'cartoon', {}],
  ['Create a 3D rendered version, like a video game character', 'avatar-variations-001', '3d_render', {}],
  [
    'Create a character avatar based on this photo. Professional illustration style. Front-facing portrait first.',
    'consistent-character-001',
    'character_flat',
    { subject: 'character' },
  ],
  [
    'Generate the same character in a 3/4 side view, looking confident with arms crossed. Maintain exact same style.',
    'consistent-character-001',
    'character_flat',
    { pose: { yaw: 30, gesture: 'arms_crossed' } },
  ],
  [
    'Now show the same character waving hello, friendly expression. Keep all features consistent.',
    'consistent-character-001',
    'character_flat',
    { pose: { gesture: 'wave' } },
  ],
  [
    'Create an avatar from this photo with a tropical beach background. Sunset golden hour lighting.',
    undefined,
    'corporate_headshot',
    { background: 'beach_sunset', light: 'warm' },
  ],
  [
    'Create a professional avatar with a vibrant gradient background (purple to blue).',
    undefined,
    'corporate_headshot',
    { background: 'gradient', palette: 'purple_blue' },
  ],
  [
    'Generate an avatar with a mountain landscape background. Natural lighting.',
    undefined,
    'corporate_headshot',
    { background: 'mountains' },
  ],
  ['Create a professional avatar from this photo', 'my-avatar-project', 'corporate_headshot', {}],
  [
    'Make the lighting warmer and add a slight smile',
    'my-avatar-project',
    'corporate_headshot',
    { light: 'warm' },
  ],
  ['Can you make a cartoon version of this same avatar?', 'my-avatar-project', 'cartoon', { light: 'warm' }],
];
/** Later requests of a session send no photo. */
const FIRST = /photo|selfie|Create a (?:trendy|cool)|an (?:epic|avatar)|professional avatar with|headshot/;

let world: TestServer;
let headers: Readonly<Record<string, string>>;
beforeAll(async () => {
  world = await startTestServer();
  ({ headers } = await world.account());
});
afterAll(() => world[Symbol.asyncDispose]());

describe('requests of the document', () => {
  const seen = new Set<string>();
  for (const [index, [message, session, style, recipe]] of REQUESTS.entries()) {
    const isLater = session !== undefined && seen.has(session);
    if (session !== undefined) seen.add(session);
    test(`${index + 1}: ${message.slice(0, 50)}`, async () => {
      expect(isLater || FIRST.test(message)).toBe(true);
      const answer = await world.app.inject({
        method: 'POST',
        url: '/chat',
        headers: { ...headers, accept: 'text/event-stream' },
        payload: {
          message,
          mode: 'max',
          session_id: session ?? `document-${index}`,
          ...(!isLater && { image_urls: [`data:image/jpeg;base64,${photo('face')}`] }),
        },
      });
      const events = answer.body
        .split('\n\n')
        .filter((line) => line.startsWith('data: {'))
        .map((line) => JSON.parse(line.slice(6)) as Record<string, unknown>);
      expect(answer.statusCode).toBe(200);
      expect(events.at(-1)).toMatchObject({
        type: 'complete',
        status: 'ok',
        generations: [{ model: `avatar/${style}`, media_type: 'image' }],
        avatar: { recipe },
      });
    });
  }
});
