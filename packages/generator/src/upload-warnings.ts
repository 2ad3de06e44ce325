import type { EncodedAvatar, Warning } from '@avatar/stage';
import type { Platform } from '@avatar/styles';

/** What a platform would refuse about a finished file: too many bytes, or too small or large a picture. */
export function uploadWarnings(
  { label, upload }: Platform,
  { bytes, width, height }: Pick<EncodedAvatar, 'bytes' | 'width' | 'height'>,
): Warning[] {
  const { maxBytes, minSidePx, maxSidePx } = upload;
  const warnings: Warning[] = [];
  const warn = (code: string, message: string, measured: number, threshold: number) =>
    warnings.push({ code, message, measured, threshold });
  if (maxBytes !== undefined && bytes.length > maxBytes)
    warn(
      'file-too-large',
      `The file is larger than ${label} takes. Make it smaller, or use a plainer background.`,
      bytes.length,
      maxBytes,
    );
  const [shortPx, longPx] = [Math.min(width, height), Math.max(width, height)];
  if (maxSidePx !== undefined && longPx > maxSidePx)
    warn('picture-too-large', `The picture has more pixels than ${label} takes.`, longPx, maxSidePx);
  if (minSidePx !== undefined && shortPx < minSidePx)
    warn('picture-too-small', `The picture has fewer pixels than ${label} asks for.`, shortPx, minSidePx);
  return warnings;
}
