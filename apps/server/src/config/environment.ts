import { STYLE_EXAMPLES } from '@avatar/styles';
import { z } from 'zod';

const integer = (least: number, most: number) =>
  z.coerce
    .number<string>({ error: `expected a whole number from ${least} to ${most}` })
    .int({ error: `expected a whole number from ${least} to ${most}` })
    .min(least, { error: `expected at least ${least}` })
    .max(most, { error: `expected at most ${most}` });
const port = integer(0, 65_535);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
const key32 = z.string().refine((text) => Buffer.from(text, 'base64').length === 32, {
  error: 'expected 32 bytes in base64; make one with: openssl rand -base64 32',
});

const DAY_HOURS = 24;
const YEAR_HOURS = 365 * DAY_HOURS;

/** Every variable that the server reads, with its default. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** Where it listens. The default can be reached from this machine only. */
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(8080),
  /** Address that clients use, without a slash at the end; signed URLs begin with it. Default: the request's own. */
  AVATAR_PUBLIC_URL: z.url({ error: 'expected a URL such as https://avatars.example' }).optional(),
  /** Origins of web pages that may call the API, with commas. Default: none but its own. */
  AVATAR_CORS_ORIGINS: list.default([]),
  /** Believe `X-Forwarded-*` of the proxy in front of the server. */
  AVATAR_TRUST_PROXY: z.stringbool().default(false),

  /** Prometheus metrics have a port of their own; 0 or nothing: no metrics. */
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),

  /** Embedded database, local storage and development keys. */
  AVATAR_DATA_DIR: z.string().min(1).default('avatar-data'),
  /** A PostgreSQL of your own instead of the embedded one. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'expected postgres://…' }).optional(),
  DATABASE_POOL_SIZE: integer(2, 200).default(10),
  AVATAR_MODELS_DIR: z.string().min(1).optional(),
  /** `@avatar/models` reads it itself, in the server and in its workers. */
  AVATAR_MODELS_MIRROR: z.string().min(1).optional(),

  AVATAR_STORAGE: z.enum(['local', 's3']).default('local'),
  AVATAR_S3_BUCKET: z.string().min(1).optional(),
  AVATAR_S3_REGION: z.string().min(1).default('us-east-1'),
  /** For S3-compatible stores that are not Amazon's. */
  AVATAR_S3_ENDPOINT: z.url().optional(),
  /** Put before every key. */
  AVATAR_S3_PREFIX: z.string().default(''),

  /** Sign URLs: the first one signs, all are accepted, so that keys can be changed without breaking links. */
  AVATAR_SIGNING_KEYS: list.pipe(z.array(key32).min(1)).optional(),
  /**
   * Encrypt photos and secrets at rest: the first one encrypts, all decrypt, so that keys can be changed without
   * losing anything.
   */
  AVATAR_ENCRYPTION_KEYS: list.pipe(z.array(key32).min(1)).optional(),
  /** The same with one key. */
  AVATAR_ENCRYPTION_KEY: key32.optional(),

  /** Child processes that run models. */
  AVATAR_WORKERS: integer(1, 256).optional(),
  /** Requests that may wait for a worker; one more is answered with 503. */
  AVATAR_MAX_QUEUED: integer(0, 10_000).default(8),
  /** Jobs that may wait, of all accounts together; one more is answered with 503. */
  AVATAR_MAX_QUEUED_JOBS: integer(1, 100_000_000).default(10_000),
  /** Jobs that may wait of one account, where the account says nothing else; one more is answered with 429. */
  AVATAR_MAX_QUEUED_JOBS_PER_ACCOUNT: integer(1, 10_000_000).default(1_000),
  /** Milliseconds that one synchronous request may take, waiting included. */
  AVATAR_DEADLINE_MS: integer(1_000, 600_000).default(60_000),
  /** Milliseconds that one run of a queued job may take. */
  AVATAR_JOB_DEADLINE_MS: integer(1_000, 600_000).default(120_000),
  /** How often a job is started before it is given up. */
  AVATAR_JOB_DELIVERIES: integer(1, 10).default(3),
  AVATAR_MAX_UPLOAD_BYTES: integer(1_024, 200_000_000).default(64_000_000),
  /** Bytes of the files of one form together. */
  AVATAR_MAX_FORM_BYTES: integer(1_024, 2_000_000_000).default(128_000_000),
  /** Bytes of all bodies that are being received or worked on; more is answered with 503. */
  AVATAR_MAX_BYTES_IN_FLIGHT: integer(1_000_000, 100_000_000_000).default(512_000_000),
  /** Room on the disk below which the server says that it is not ready. */
  AVATAR_LEAST_FREE_BYTES: integer(0, 1_000_000_000_000_000).default(200_000_000),
  /** Connections of one process. */
  AVATAR_MAX_CONNECTIONS: integer(1, 1_000_000).default(2_000),
  /** Milliseconds in which a request has to have arrived. */
  AVATAR_RECEIVE_MS: integer(1_000, 3_600_000).default(60_000),
  AVATAR_MAX_BATCH_ITEMS: integer(1, 1_000).default(100),
  /** Example pictures that a style of an account's own needs at least, where the account says nothing else. */
  AVATAR_MIN_STYLE_EXAMPLES: integer(STYLE_EXAMPLES.least, STYLE_EXAMPLES.most).default(STYLE_EXAMPLES.usual),
  /** Styles of one account that wait or are made at once; one more is answered with 429. */
  AVATAR_MAX_STYLE_JOBS_PER_ACCOUNT: integer(1, 1_000).default(2),
  /** Styles that one account may have of its own; one more is answered with 409. */
  AVATAR_MAX_STYLES_PER_ACCOUNT: integer(1, 100_000).default(100),
  /** Milliseconds that making one style may take. */
  AVATAR_STYLE_DEADLINE_MS: integer(10_000, 86_400_000).default(3_600_000),
  /** Credits that a style costs. */
  AVATAR_STYLE_CREDITS: integer(0, 1_000_000).default(50),
  /** Requests a minute of one account that make avatars or check photos, where the account says nothing else. */
  AVATAR_REQUESTS_PER_MINUTE: integer(1, 1_000_000).default(120),
  /** The same for requests that make nothing: looking at jobs, lists and figures, deleting. */
  AVATAR_READS_PER_MINUTE: integer(1, 1_000_000).default(1_200),

  AVATAR_INPUT_TTL_HOURS: integer(1, DAY_HOURS).default(DAY_HOURS),
  AVATAR_OUTPUT_TTL_HOURS: integer(1, YEAR_HOURS).default(7 * DAY_HOURS),
  /** Records of finished generations, which hold no pictures, feed the analytics. */
  AVATAR_RECORD_TTL_HOURS: integer(1, 10 * YEAR_HOURS).default(90 * DAY_HOURS),
  /** Conversations that nobody writes to are forgotten after so long; their photos after `AVATAR_INPUT_TTL_HOURS`. */
  AVATAR_CONVERSATION_TTL_HOURS: integer(1, YEAR_HOURS).default(30 * DAY_HOURS),

  /** A language model for messages that the rules do not understand: where an API like OpenAI's is. Default: none. */
  AVATAR_INTERPRETER_URL: z
    .url({ protocol: /^https?$/, error: 'expected a URL such as http://127.0.0.1:11434/v1' })
    .optional(),
  AVATAR_INTERPRETER_MODEL: z.string().min(1).optional(),
  AVATAR_INTERPRETER_KEY: z.string().min(1).optional(),
  /** Milliseconds that it may take; what is later is answered by the rules. */
  AVATAR_INTERPRETER_TIMEOUT_MS: integer(100, 60_000).default(10_000),

  /** A ComfyUI server that paints the style `realistic`, with the workflow that it runs. Default: none. */
  AVATAR_COMFYUI_URL: z
    .url({ protocol: /^https?$/, error: 'expected a URL such as http://127.0.0.1:8188' })
    .optional(),
  AVATAR_COMFYUI_WORKFLOW: z.string().min(1).optional(),
  /** Milliseconds that one picture of it may take. */
  AVATAR_COMFYUI_TIMEOUT_MS: integer(1_000, 600_000).default(60_000),
  /** A module with generative engines of your own, and the styles that they paint. Default: none. */
  AVATAR_ENGINES_MODULE: z.string().min(1).optional(),

  /** US dollars for an hour of one core, to state what an avatar cost to make. */
  AVATAR_PRICE_PER_CORE_HOUR: z.coerce.number<string>().min(0).default(0.04),
});

export type Environment = z.output<typeof environmentSchema>;

/**
 * What depends on several variables at once, as sentences. It looks at the text, so that it is said together with all
 * other problems.
 */
export function combinedProblems(env: Readonly<Record<string, unknown>>): string[] {
  const problems: string[] = [];
  if (env.AVATAR_STORAGE === 's3' && env.AVATAR_S3_BUCKET === undefined)
    problems.push('AVATAR_S3_BUCKET: is needed with AVATAR_STORAGE=s3');
  if (env.AVATAR_INTERPRETER_URL !== undefined && env.AVATAR_INTERPRETER_MODEL === undefined)
    problems.push('AVATAR_INTERPRETER_MODEL: is needed with AVATAR_INTERPRETER_URL');
  if ((env.AVATAR_COMFYUI_URL === undefined) !== (env.AVATAR_COMFYUI_WORKFLOW === undefined))
    problems.push('AVATAR_COMFYUI_URL, AVATAR_COMFYUI_WORKFLOW: each needs the other');
  if (env.NODE_ENV === 'production')
    for (const names of [['AVATAR_SIGNING_KEYS'], ['AVATAR_ENCRYPTION_KEYS', 'AVATAR_ENCRYPTION_KEY']])
      if (names.every((name) => env[name] === undefined))
        problems.push(`${names[0]}: is needed in production; make one with: openssl rand -base64 32`);
  return problems;
}
