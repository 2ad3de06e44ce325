import { createHash } from 'node:crypto';
import { isSquare, type Origin, type PictureSize } from '@avatar/stage';

/** What the file says about how it was made. Nothing in it says who is in it. */
export interface Provenance {
  readonly style?: string | undefined;
  readonly platform?: string | undefined;
  readonly background?: string | undefined;
  readonly mode?: string | undefined;
  readonly runId: string;
  readonly seed: number;
  /** In (0, 1]. */
  readonly intensity: number;
  /** Calibrated likeness in [0, 1]; undefined when there was no photo to compare with. */
  readonly likenessScore: number | undefined;
  readonly modelIds: readonly string[];
  /** The picture is the photo itself, cropped: nothing of it was made. */
  readonly original?: boolean | undefined;
  /** What the picture was made from. Default: a photo. */
  readonly origin?: Origin | undefined;
}

/** IPTC's term for a photo of which a part was made by a model trained on sampled content. */
export const DIGITAL_SOURCE_TYPE =
  'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia';

/** IPTC's term for a picture that an algorithm made, which was trained on nothing. */
export const ALGORITHMIC_MEDIA = 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia';

/** Namespace of the fields that no standard has. */
export const AVATAR_NAMESPACE = 'https://github.com/avatar-toolkit/avatar/ns/1.0/';

const NAMESPACES: Readonly<Record<string, string>> = {
  xmp: 'http://ns.adobe.com/xap/1.0/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  avatar: AVATAR_NAMESPACE,
};

/** The XMP packet of an avatar. No time stamps: the same run gives the same bytes. */
export function xmpPacket(provenance: Provenance): string {
  const { style, platform, background, mode, runId, seed, intensity, likenessScore, modelIds } = provenance;
  const { original = false, origin = 'photo' } = provenance;
  const common = {
    'xmp:CreatorTool': '@avatar',
    'avatar:Platform': platform,
    'avatar:RunId': runId,
  };
  const made = {
    'Iptc4xmpExt:DigitalSourceType': origin === 'character' ? ALGORITHMIC_MEDIA : DIGITAL_SOURCE_TYPE,
    'avatar:Style': style,
    'avatar:Background': background,
    'avatar:Mode': mode,
    'avatar:Seed': String(seed),
    'avatar:Intensity': String(intensity),
    'avatar:LikenessScore': likenessScore?.toFixed(2),
  };
  const properties = original ? common : { ...common, ...made };
  const attributes = [
    ...Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`),
    ...Object.entries(properties).map(([name, value]) =>
      value === undefined ? '' : ` ${name}="${escapeXml(value)}"`,
    ),
  ].join('');
  const models = modelIds.map((id) => `<rdf:li>${escapeXml(id)}</rdf:li>`).join('');
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about=""${attributes}>`,
    original ? '' : `<avatar:ModelIds><rdf:Bag>${models}</rdf:Bag></avatar:ModelIds>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Safe in an attribute and in an element. What XML 1.0 cannot hold at all becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]);

/** A run id for callers that give none: the same for the same style, options and seed, whoever is in the photo. */
export function derivedRunId(facts: Omit<Provenance, 'runId' | 'likenessScore'>, size: PictureSize): string {
  const { style, platform, background, mode, seed, intensity, modelIds } = facts;
  const text = JSON.stringify([
    style ?? null,
    platform ?? null,
    background ?? null,
    mode ?? null,
    seed,
    intensity,
    modelIds,
    isSquare(size) ? size.widthPx : [size.widthPx, size.heightPx],
  ]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
