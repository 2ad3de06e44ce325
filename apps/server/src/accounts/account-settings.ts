import { STYLE_EXAMPLES } from '@avatar/styles';
import { z } from 'zod';
import type { schema } from '../database/index.js';

const share = z.number().min(0).max(1);

/** What `keys settings` accepts; unknown names are refused, so that a misspelt limit does not silently mean "no limit". */
export const accountSettingsSchema = z.strictObject({
  minLikeness: z.strictObject({ professional: share, social: share, gaming: share }).partial().optional(),
  minFaceCoverage: share.optional(),
  coveragePolicy: z.enum(['reject', 'warn']).optional(),
  allowedStyles: z.array(z.string().min(1).max(100)).min(1).optional(),
  requestsPerMinute: z.int().min(1).max(1_000_000).optional(),
  readsPerMinute: z.int().min(1).max(1_000_000).optional(),
  jobsPerTurn: z.int().min(1).max(100).optional(),
  maxQueuedJobs: z.int().min(0).max(10_000_000).optional(),
  minStyleExamples: z.int().min(STYLE_EXAMPLES.least).max(STYLE_EXAMPLES.most).optional(),
  billing: z.enum(['credits', 'seats', 'none']).optional(),
  seats: z.int().min(0).max(10_000_000).optional(),
});

/** @throws z.ZodError */
export const parsedSettings = (value: unknown): schema.AccountSettings =>
  accountSettingsSchema.parse(value) as schema.AccountSettings;
