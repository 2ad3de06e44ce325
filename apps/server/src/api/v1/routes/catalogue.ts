import {
  BACKGROUNDS,
  PALETTES,
  PLATFORMS,
  createCatalogue,
  platformByToken,
  type Platform,
  type Style,
} from '@avatar/styles';
import { z } from 'zod';
import type { ZodApp } from '../../../http/zod-app.js';

const contextSchema = z.enum(['professional', 'social', 'gaming']);
const styleSchema = z
  .object({
    token: z.string(),
    label: z.string(),
    description: z.string(),
    licence: z.string(),
    context: contextSchema,
    platforms: z.array(z.string()),
    background: z.string(),
    min_likeness: z.object({ professional: z.number(), social: z.number(), gaming: z.number() }),
  })
  .meta({ id: 'Style' });
const platformSchema = z
  .object({
    token: z.string(),
    label: z.string(),
    aliases: z.array(z.string()),
    size: z.int(),
    default_style: z.string(),
    styles: z.array(z.string()).describe('Meant for the platform, its default first'),
    context: contextSchema,
    circular_crop: z.boolean(),
    upload: z.object({
      formats: z.array(z.string()),
      max_bytes: z.int().optional(),
      min_side: z.int().optional(),
      max_side: z.int().optional(),
    }),
  })
  .meta({ id: 'Platform' });
const backgroundSchema = z
  .object({ token: z.string(), label: z.string(), kind: z.string(), takes_palette: z.boolean() })
  .meta({ id: 'Background' });
const paletteSchema = z.object({ token: z.string(), label: z.string() }).meta({ id: 'Palette' });

/** What requests can name. These routes need no key. */
export function catalogueRoutes(app: ZodApp, engineStyles: readonly Style[]): void {
  const catalogue = createCatalogue({ styles: engineStyles });
  const cached = { 'cache-control': 'public, max-age=300' };

  app.get(
    '/v1/styles',
    { schema: catalogueSchema('listStyles', 'Styles', z.object({ styles: z.array(styleSchema) })) },
    async (_request, reply) => {
      void reply.headers(cached);
      return {
        styles: catalogue.styles.map((style) => ({
          token: style.token,
          label: style.label,
          description: style.description,
          licence: style.licence,
          context: style.context,
          platforms: [...style.platforms],
          background: style.background.token,
          min_likeness: { ...style.minLikeness },
        })),
      };
    },
  );

  app.get(
    '/v1/platforms',
    {
      schema: catalogueSchema('listPlatforms', 'Platforms', z.object({ platforms: z.array(platformSchema) })),
    },
    async (_request, reply) => {
      void reply.headers(cached);
      return {
        platforms: PLATFORMS.map(({ upload, ...platform }: Platform) => ({
          token: platform.token,
          label: platform.label,
          aliases: [...(platform.aliases ?? [])],
          size: platform.defaultSizePx,
          default_style: platform.defaultStyle,
          styles: catalogue.stylesFor(platformByToken(platform.token)).map(({ token }) => token),
          context: platform.context,
          circular_crop: platform.circularCrop,
          upload: {
            formats: [...upload.formats],
            max_bytes: upload.maxBytes,
            min_side: upload.minSidePx,
            max_side: upload.maxSidePx,
          },
        })),
      };
    },
  );

  app.get(
    '/v1/backgrounds',
    {
      schema: catalogueSchema(
        'listBackgrounds',
        'Backgrounds, and the palettes that colour them',
        z.object({ backgrounds: z.array(backgroundSchema), palettes: z.array(paletteSchema) }),
      ),
    },
    async (_request, reply) => {
      void reply.headers(cached);
      return {
        // A picture of the caller's own is for the library; requests cannot send one.
        backgrounds: BACKGROUNDS.filter(({ kind }) => kind !== 'image').map(({ token, label, kind }) => ({
          token,
          label,
          kind,
          takes_palette: kind === 'palette',
        })),
        palettes: PALETTES.map(({ token, label }) => ({ token, label })),
      };
    },
  );
}

const catalogueSchema = <Body extends z.ZodType>(operationId: string, summary: string, body: Body) => ({
  operationId,
  tags: ['catalogue'],
  summary,
  security: [],
  response: { 200: body },
});
