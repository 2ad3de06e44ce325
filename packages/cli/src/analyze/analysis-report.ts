import type { PhotoAnalysis } from '@avatar/generator';
import type { DetectedFace, FaceLandmarks, InputComponent } from '@avatar/stage';
import { rounded, warningReport } from '../avatar-report.js';

/** What `analyze --json` prints for a photo. Coordinates are pixels of the upright original. */
export function analysisReport(file: string, analysis: PhotoAnalysis) {
  return {
    file,
    width: analysis.width,
    height: analysis.height,
    face_count: analysis.faceCount,
    faces: analysis.faces.map(faceReport),
    input_quality_score: rounded(analysis.inputQualityScore),
    refusal: analysis.refusal ?? null,
    quality_components: analysis.components.map(componentReport),
    warnings: analysis.warnings.map(warningReport),
  };
}

function componentReport({ name, score, weight, measured, unit, advice, reason }: InputComponent) {
  if (score === undefined) return { name, score: null, status: 'not_applicable', reason };
  return {
    name,
    score: rounded(score),
    weight,
    ...(measured === undefined ? {} : { measured: rounded(measured), unit }),
    ...(advice === undefined ? {} : { advice }),
  };
}

function faceReport({ box, score, presence, coverage, pose, landmarks }: DetectedFace) {
  return {
    box: { x: pixels(box.x), y: pixels(box.y), width: pixels(box.width), height: pixels(box.height) },
    score: rounded(score),
    presence: rounded(presence),
    coverage: rounded(coverage),
    roll_deg: degrees(pose.rollRad),
    yaw_deg: degrees(pose.yawRad),
    pitch_deg: degrees(pose.pitchRad),
    landmarks_scheme: landmarks.scheme,
    landmarks: pointsOf(landmarks),
  };
}

function pointsOf({ points }: FaceLandmarks): [x: number, y: number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < points.length; i += 3) pairs.push([pixels(points[i]), pixels(points[i + 1])]);
  return pairs;
}

const pixels = (value: number): number => Number(value.toFixed(2));
const degrees = (radians: number): number => Number(((radians * 180) / Math.PI).toFixed(2));
