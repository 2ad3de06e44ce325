/**
 * Measures how long avatars take on this machine, warm, at 800 x 800.
 *
 *   npm run bench [-- --json]
 *
 * Photos are the portraits of AVATAR_EVAL_PHOTOS when it is set, else those of examples/photos, ten in all.
 * The cold start is the first avatar of a new generator, models loaded from disk; modules are already imported.
 */
import { existsSync, readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createAvatarGenerator,
  growHeapInLargeSteps,
  modelIdsOf,
  type AvatarGenerator,
} from '@avatar/generator';
import { median, quantile } from '@avatar/image';
import type { ModelHub, Tensor } from '@avatar/models';
import { createModelHub } from '@avatar/onnx';
import { corporateHeadshot, STYLES } from '@avatar/styles';

const SIZE_PX = 800;
const PHOTO_COUNT = 10;
const MODEL_RUNS = 9;
const asJson = process.argv.includes('--json');

const rounded = (value: number): number => Number(value.toFixed(1));

function benchPhotos(): string[] {
  const evaluation = process.env['AVATAR_EVAL_PHOTOS'];
  const folders = evaluation
    ? ['clean', 'casual', 'synthetic'].map((name) => join(evaluation, 'portraits', name))
    : [fileURLToPath(new URL('../examples/photos', import.meta.url))];
  const photos = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => ['.jpg', '.jpeg', '.png', '.webp'].includes(extname(path)))
    .sort();
  if (photos.length === 0) throw new Error('There are no photos to measure with');
  return Array.from({ length: PHOTO_COUNT }, (_, i) => photos[i % photos.length]);
}

async function benchStyle(generator: AvatarGenerator, style: string, photos: readonly string[]) {
  const latenciesMs: number[] = [];
  const stagesMs: Record<string, number[]> = {};
  for (const photo of photos) {
    const { latencyMs, timingsMs } = await generator.generate(photo, { style, sizePx: SIZE_PX });
    latenciesMs.push(latencyMs);
    for (const [stage, durationMs] of Object.entries(timingsMs)) (stagesMs[stage] ??= []).push(durationMs);
  }
  return {
    size: SIZE_PX,
    median_ms: rounded(median(latenciesMs)),
    p95_ms: rounded(quantile(latenciesMs, 0.95)),
    stages_ms: Object.fromEntries(
      Object.entries(stagesMs).map(([stage, durations]) => [stage, rounded(median(durations))]),
    ),
  };
}

async function benchModel(models: ModelHub, id: string) {
  const model = await models.load(id);
  const feeds: Record<string, Tensor> = {};
  for (const { name, shape, typicalShape } of model.entry.inputs) {
    const dims = typicalShape ?? shape.map(Number);
    feeds[name] = { data: new Float32Array(dims.reduce((product, side) => product * side, 1)), dims };
  }
  const durationsMs: number[] = [];
  for (let run = 0; run <= MODEL_RUNS; run++) {
    const startMs = performance.now();
    await model.run(feeds);
    if (run > 0) durationsMs.push(performance.now() - startMs);
  }
  return { run_ms: rounded(median(durationsMs)) };
}

async function bench() {
  growHeapInLargeSteps();
  await using models = createModelHub();
  await using generator = createAvatarGenerator({ models });
  const photos = benchPhotos();
  const coldStartMs = (await generator.generate(photos[0], { sizePx: SIZE_PX })).latencyMs;
  const styles: Record<string, Awaited<ReturnType<typeof benchStyle>>> = {};
  for (const { token } of STYLES) {
    await generator.generate(photos[0], { style: token, sizePx: SIZE_PX });
    styles[token] = await benchStyle(generator, token, photos);
  }
  const peakRssMb = process.resourceUsage().maxRSS / 1024;
  const runs: Record<string, { run_ms: number }> = {};
  for (const id of modelIdsOf(corporateHeadshot)) runs[id] = await benchModel(models, id);
  return {
    styles,
    models: runs,
    cold_start_ms: rounded(coldStartMs),
    peak_rss_mb: rounded(peakRssMb),
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memory_gb: rounded(totalmem() / 2 ** 30),
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
    },
  };
}

function describe({ styles, models, machine, ...rest }: Awaited<ReturnType<typeof bench>>): string {
  const lines = [`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}`];
  for (const [token, { median_ms, p95_ms, stages_ms }] of Object.entries(styles)) {
    lines.push('', `${token}: median ${median_ms} ms, 95 % under ${p95_ms} ms`);
    for (const [stage, ms] of Object.entries(stages_ms))
      lines.push(`  ${stage.padEnd(16)} ${String(ms).padStart(7)} ms`);
  }
  lines.push('', 'models, one run');
  for (const [id, { run_ms }] of Object.entries(models))
    lines.push(`  ${id.padEnd(22)} ${String(run_ms).padStart(7)} ms`);
  lines.push('', `cold start ${rest.cold_start_ms} ms, peak memory ${rest.peak_rss_mb} MB`);
  return lines.join('\n');
}

const measured = await bench();
process.stdout.write(`${asJson ? JSON.stringify(measured) : describe(measured)}\n`);
