import { randomInt } from 'node:crypto';
import type { CharacterEdit } from '@avatar/character';
import { LOOKS, type Look } from '../vendors/looks.js';
import { readWords, type AvatarWarning, type DrawnRequest, type ReadWords } from '../../generations/index.js';
import { wishedBackdrop } from '../vendors/backdrop-words.js';
import { REALISTIC_NEEDS_ENGINE } from '../vendors/picture-style.js';
import { editsOf, turnOf } from '../vendors/same-person.js';
import { FACE_AVATAR } from './face-avatar.js';
import { sizeFor } from './picture-size.js';
import type { ImageBody } from './schemas.js';

const MAX_SEED = 0xffffffff;
/** Where nothing is asked for: a joyful animated person before plain black, to the waist. */
const DEFAULT_WORDS = 'smiling';
const DEFAULT_GROUND = '#000000';
const GENDERS: Readonly<Record<string, string>> = {
  man: 'Man',
  male: 'Man',
  woman: 'Woman',
  female: 'Woman',
};
/** What can be left out of a person by `negative_prompt`. */
const LEFT_OUT = ['glasses.style', 'facial_hair.style', 'headwear.style'] as const;

/** Pictures of one face. @throws AvatarError `input-rejected` with reason `content-policy`, `invalid-options` */
export function imageRequests(body: ImageBody): DrawnRequest[] {
  const said = wordsOf(body);
  const avoided = body.negative_prompt === undefined ? undefined : readWords(body.negative_prompt);
  const { size, warnings: ofSize } = sizeFor(body);
  const look = lookOf(body.app_id, said);
  const seed = randomInt(MAX_SEED + 1);
  const source: DrawnRequest['source'] =
    body.file_url === undefined
      ? { kind: 'person', who: { ...said.spec, seed } }
      : { kind: 'address', url: body.file_url };
  const edits = [...(source.kind === 'address' ? editsOf(said) : []), ...leftOut(avoided)];
  const warnings = [...ofSize, ...warningsOf(body, said, avoided)];
  return Array.from({ length: body.batch }, (_, index) => ({
    source,
    drawing: {
      look,
      ...groundOf(body, said),
      edits,
      pose: turnOf(index, said),
      framing: said.spec.pose?.framing ?? 'half_body',
      seed,
      ...size,
    },
    fromPhoto: source.kind === 'address',
    warnings,
    api: FACE_AVATAR,
  }));
}

function wordsOf({ prompt, gender }: ImageBody): ReadWords {
  if (prompt !== undefined) return readWords(prompt);
  const named = GENDERS[gender?.trim().toLowerCase() ?? ''];
  return readWords(DEFAULT_WORDS, named === undefined ? {} : { gender: named });
}

const ANIME = /\b(anime|manga)\b/i;
const FLAT = /\bflat\b/i;
const REALISTIC = /\b(realistic|photoreal\w*|photo\w*)\b/i;

const looksSaid = ({ unsupported }: ReadWords): string =>
  unsupported.flatMap(({ reason, words }) => (reason === 'look' ? [words] : [])).join(' ');

/** One of our own models goes first, then what the prompt says. */
function lookOf(appId: string | undefined, said: ReadWords): Look {
  const own = LOOKS.find((look) => look === appId);
  if (own !== undefined) return own;
  const words = looksSaid(said);
  if (ANIME.test(words)) return 'anime';
  return FLAT.test(words) ? 'flat' : 'toon3d';
}

function groundOf(
  { remove_background, bg_color, prompt }: ImageBody,
  said: ReadWords,
): NonNullable<ReturnType<typeof wishedBackdrop>> {
  if (remove_background) return { background: 'transparent' };
  if (bg_color !== undefined) return { background: bg_color };
  return wishedBackdrop(said) ?? { background: prompt === undefined ? DEFAULT_GROUND : 'own' };
}

function leftOut(avoided: ReadWords | undefined): CharacterEdit[] {
  const paths = avoided?.understood.map(({ path }) => path) ?? [];
  return LEFT_OUT.filter((path) => paths.includes(path)).map(
    (path) => ({ op: 'set', path, value: 'none' }) as const satisfies CharacterEdit,
  );
}

function warningsOf(body: ImageBody, said: ReadWords, avoided: ReadWords | undefined): AvatarWarning[] {
  const ignored = (['num_inference_steps', 'guidance_scale'] as const).filter(
    (name) => body[name] !== undefined,
  );
  return [
    ...ignored.map((name) => ({
      code: 'ignored',
      message: `${name} means nothing here: pictures are drawn, and not denoised.`,
    })),
    ...(avoided === undefined || isAllLeftOut(body.negative_prompt ?? '')
      ? []
      : [
          {
            code: 'ignored',
            message: 'Of negative_prompt only glasses, beards and headwear can be left out of a picture.',
          },
        ]),
    ...(REALISTIC.test(looksSaid(said)) ? [REALISTIC_NEEDS_ENGINE] : []),
  ];
}

/** Each of its wishes is one that can be followed. */
const isAllLeftOut = (negative: string): boolean =>
  negative
    .split(/[,;.\n]/)
    .filter((part) => part.trim() !== '')
    .every((part) => {
      const { understood } = readWords(part);
      return understood.length > 0 && understood.every(({ path }) => isLeftOut(path));
    });

const isLeftOut = (path: string): boolean => LEFT_OUT.some((one) => one.split('.')[0] === path.split('.')[0]);
