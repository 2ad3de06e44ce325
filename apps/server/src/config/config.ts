import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigError, problemOf } from './config-error.js';
import { developmentKeys, type ServerKeys } from './development-keys.js';
import { combinedProblems, environmentSchema, type Environment } from './environment.js';

export type StorageConfig =
  | { readonly kind: 'local'; readonly directory: string }
  | {
      readonly kind: 's3';
      readonly bucket: string;
      readonly region: string;
      readonly endpoint: string | undefined;
      readonly prefix: string;
    };

/** Everything that can be set, checked and with its defaults. Durations are milliseconds. */
export interface ServerConfig {
  /** Names that begin as ours do and mean nothing: misspelt, probably. */
  readonly unknownVariables: readonly string[];
  readonly environment: Environment['NODE_ENV'];
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string | undefined;
    readonly corsOrigins: readonly string[];
    readonly trustProxy: boolean;
  };
  readonly metrics: { readonly host: string; readonly port: number | undefined };
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly otelEndpoint: string | undefined;
  readonly dataDir: string;
  readonly database: { readonly url: string | undefined; readonly poolSize: number };
  readonly modelsDir: string | undefined;
  readonly storage: StorageConfig;
  readonly keys: ServerKeys;
  readonly limits: {
    readonly workers: number;
    readonly maxFormBytes: number;
    readonly maxBytesInFlight: number;
    readonly leastFreeBytes: number;
    readonly maxConnections: number;
    readonly receiveMs: number;
    readonly maxQueued: number;
    readonly maxQueuedJobs: number;
    readonly maxQueuedJobsOfAccount: number;
    readonly deadlineMs: number;
    readonly jobDeadlineMs: number;
    readonly jobDeliveries: number;
    readonly maxUploadBytes: number;
    readonly maxBatchItems: number;
    readonly minStyleExamples: number;
    readonly maxStyleJobsOfAccount: number;
    readonly maxStylesOfAccount: number;
    readonly styleDeadlineMs: number;
    readonly requestsPerMinute: number;
    readonly readsPerMinute: number;
  };
  readonly ttl: {
    readonly inputMs: number;
    readonly outputMs: number;
    readonly recordMs: number;
    readonly conversationMs: number;
  };
  readonly pricePerCoreHour: number;
  /** Credits that a style of an account's own costs. */
  readonly styleCredits: number;
  /** Generative engines: none, unless they are named. */
  readonly engines: {
    readonly comfyUi:
      { readonly url: string; readonly workflow: string; readonly timeoutMs: number } | undefined;
    readonly module: string | undefined;
  };
  /** For messages that the rules do not understand. */
  readonly interpreter:
    | {
        readonly baseUrl: string;
        readonly model: string;
        readonly apiKey: string | undefined;
        readonly timeoutMs: number;
      }
    | undefined;
}

const HOUR_MS = 3_600_000;

/**
 * Reads the environment. In development, keys that are not given are made once and kept in the data directory.
 * @throws ConfigError that names every variable that is wrong
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): ServerConfig {
  const given = withoutEmpty(env);
  const parsed = environmentSchema.safeParse(given);
  const problems = [...(parsed.error?.issues ?? []).map(problemOf), ...combinedProblems(given)];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const values = parsed.data;
  const dataDir = resolve(values.AVATAR_DATA_DIR);
  return {
    unknownVariables: Object.keys(given).filter(
      (name) => name.startsWith('AVATAR_') && !(name in environmentSchema.shape),
    ),
    environment: values.NODE_ENV,
    http: {
      host: values.HOST,
      port: values.PORT,
      publicUrl: values.AVATAR_PUBLIC_URL?.replace(/\/$/, ''),
      corsOrigins: values.AVATAR_CORS_ORIGINS,
      trustProxy: values.AVATAR_TRUST_PROXY,
    },
    metrics: { host: values.METRICS_HOST, port: values.METRICS_PORT },
    logLevel: values.LOG_LEVEL,
    otelEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT,
    dataDir,
    database: { url: values.DATABASE_URL, poolSize: values.DATABASE_POOL_SIZE },
    modelsDir: values.AVATAR_MODELS_DIR,
    storage: storageOf(values, dataDir),
    keys: keysOf(values, dataDir),
    limits: limitsOf(values),
    ttl: {
      inputMs: values.AVATAR_INPUT_TTL_HOURS * HOUR_MS,
      outputMs: values.AVATAR_OUTPUT_TTL_HOURS * HOUR_MS,
      recordMs: values.AVATAR_RECORD_TTL_HOURS * HOUR_MS,
      conversationMs: values.AVATAR_CONVERSATION_TTL_HOURS * HOUR_MS,
    },
    pricePerCoreHour: values.AVATAR_PRICE_PER_CORE_HOUR,
    styleCredits: values.AVATAR_STYLE_CREDITS,
    interpreter: interpreterOf(values),
    engines: { comfyUi: comfyUiOf(values), module: values.AVATAR_ENGINES_MODULE },
  };
}

/** `NAME=` in an environment file means that nothing is set. */
const withoutEmpty = (env: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));

function storageOf(values: Environment, dataDir: string): StorageConfig {
  if (values.AVATAR_STORAGE === 'local') return { kind: 'local', directory: join(dataDir, 'objects') };
  return {
    kind: 's3',
    bucket: values.AVATAR_S3_BUCKET ?? '',
    region: values.AVATAR_S3_REGION,
    endpoint: values.AVATAR_S3_ENDPOINT,
    prefix: values.AVATAR_S3_PREFIX,
  };
}

function interpreterOf(values: Environment): ServerConfig['interpreter'] {
  const { AVATAR_INTERPRETER_URL: baseUrl, AVATAR_INTERPRETER_MODEL: model = '' } = values;
  if (baseUrl === undefined) return undefined;
  const { AVATAR_INTERPRETER_KEY: apiKey, AVATAR_INTERPRETER_TIMEOUT_MS: timeoutMs } = values;
  return { baseUrl, model, apiKey, timeoutMs };
}

function comfyUiOf(values: Environment): ServerConfig['engines']['comfyUi'] {
  const { AVATAR_COMFYUI_URL: url, AVATAR_COMFYUI_WORKFLOW: workflow } = values;
  if (url === undefined || workflow === undefined) return undefined;
  return { url, workflow, timeoutMs: values.AVATAR_COMFYUI_TIMEOUT_MS };
}

const decoded = (key: string): Buffer => Buffer.from(key, 'base64');

function keysOf(values: Environment, dataDir: string): ServerKeys {
  const signing = values.AVATAR_SIGNING_KEYS?.map(decoded);
  const { AVATAR_ENCRYPTION_KEY: single } = values;
  const encryption = (values.AVATAR_ENCRYPTION_KEYS ?? (single === undefined ? undefined : [single]))?.map(
    decoded,
  );
  if (signing !== undefined && encryption !== undefined) return { signing, encryption };
  const made = developmentKeys(dataDir);
  return { signing: signing ?? made.signing, encryption: encryption ?? made.encryption };
}

/** One worker for two cores: a model run keeps both busy, and more workers would only share them. */
const defaultWorkers = (): number => Math.max(1, Math.floor(availableParallelism() / 2));

const limitsOf = (values: Environment): ServerConfig['limits'] => ({
  workers: values.AVATAR_WORKERS ?? defaultWorkers(),
  maxFormBytes: values.AVATAR_MAX_FORM_BYTES,
  maxBytesInFlight: values.AVATAR_MAX_BYTES_IN_FLIGHT,
  leastFreeBytes: values.AVATAR_LEAST_FREE_BYTES,
  maxConnections: values.AVATAR_MAX_CONNECTIONS,
  receiveMs: values.AVATAR_RECEIVE_MS,
  maxQueued: values.AVATAR_MAX_QUEUED,
  maxQueuedJobs: values.AVATAR_MAX_QUEUED_JOBS,
  maxQueuedJobsOfAccount: values.AVATAR_MAX_QUEUED_JOBS_PER_ACCOUNT,
  deadlineMs: values.AVATAR_DEADLINE_MS,
  jobDeadlineMs: values.AVATAR_JOB_DEADLINE_MS,
  jobDeliveries: values.AVATAR_JOB_DELIVERIES,
  maxUploadBytes: values.AVATAR_MAX_UPLOAD_BYTES,
  maxBatchItems: values.AVATAR_MAX_BATCH_ITEMS,
  minStyleExamples: values.AVATAR_MIN_STYLE_EXAMPLES,
  maxStyleJobsOfAccount: values.AVATAR_MAX_STYLE_JOBS_PER_ACCOUNT,
  maxStylesOfAccount: values.AVATAR_MAX_STYLES_PER_ACCOUNT,
  styleDeadlineMs: values.AVATAR_STYLE_DEADLINE_MS,
  requestsPerMinute: values.AVATAR_REQUESTS_PER_MINUTE,
  readsPerMinute: values.AVATAR_READS_PER_MINUTE,
});
