import { squareOf } from '@avatar/stage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALGORITHMIC_MEDIA,
  derivedRunId,
  DIGITAL_SOURCE_TYPE,
  escapeXml,
  xmpPacket,
  type Provenance,
} from './compose-xmp.js';

const facts: Provenance = {
  style: 'corporate_headshot',
  platform: 'linkedin',
  background: '#336699',
  runId: 'run-1',
  seed: 4_294_967_295,
  intensity: 0.7,
  likenessScore: 0.8349,
  modelIds: ['sface', 'modnet'],
};

describe('xmpPacket', () => {
  it('says how the picture was made', () => {
    const packet = xmpPacket(facts);
    for (const part of [
      `Iptc4xmpExt:DigitalSourceType="${DIGITAL_SOURCE_TYPE}"`,
      'xmp:CreatorTool="@avatar"',
      'avatar:Style="corporate_headshot"',
      'avatar:Platform="linkedin"',
      'avatar:Background="#336699"',
      'avatar:RunId="run-1"',
      'avatar:Seed="4294967295"',
      'avatar:Intensity="0.7"',
      'avatar:LikenessScore="0.83"',
      '<rdf:li>sface</rdf:li><rdf:li>modnet</rdf:li>',
    ])
      expect(packet).toContain(part);
  });

  it('leaves out what it is not told, and any time', () => {
    const packet = xmpPacket({ ...facts, style: undefined, platform: undefined, background: undefined });
    expect(packet).not.toMatch(/avatar:(Style|Platform|Background)/);
    expect(packet).not.toMatch(/Date|\d\d:\d\d/);
  });

  it('says of a character that no trained algorithm made it', () => {
    const packet = xmpPacket({ ...facts, origin: 'character', likenessScore: undefined });
    expect(packet).toContain(`Iptc4xmpExt:DigitalSourceType="${ALGORITHMIC_MEDIA}"`);
    expect(packet).not.toContain(DIGITAL_SOURCE_TYPE);
  });

  it('says of the photo itself only where it was cut, and for what', () => {
    const packet = xmpPacket({ ...facts, original: true });
    expect(packet).toContain('avatar:RunId="run-1"');
    expect(packet).toContain('avatar:Platform="linkedin"');
    expect(packet).not.toMatch(
      /DigitalSourceType|avatar:(Style|Background|Mode|Seed|Intensity|Likeness|Model)/,
    );
  });

  it('escapes every text', () => {
    const nasty = `"><script>'&`;
    const packet = xmpPacket({ ...facts, style: nasty, runId: nasty, modelIds: [nasty] });
    expect(packet).not.toContain('<script>');
    expect(packet.match(/&quot;&gt;&lt;script&gt;&apos;&amp;/g)).toHaveLength(3);
  });
});

describe('escapeXml', () => {
  it('leaves nothing that ends an attribute or that XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeXml(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)/);
        // eslint-disable-next-line no-control-regex
        expect(escaped).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/);
      }),
    );
    expect(escapeXml('a\0b\ud800c🙂')).toBe('a\uFFFDb\uFFFDc🙂');
  });
});

describe('derivedRunId', () => {
  it('is the same for the same run and another for anything else', () => {
    const id = derivedRunId(facts, squareOf(800));
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(derivedRunId({ ...facts }, squareOf(800))).toBe(id);
    const others = [
      derivedRunId({ ...facts, seed: 1 }, squareOf(800)),
      derivedRunId({ ...facts, style: 'x' }, squareOf(800)),
      derivedRunId({ ...facts, platform: undefined }, squareOf(800)),
      derivedRunId({ ...facts, intensity: 1 }, squareOf(800)),
      derivedRunId({ ...facts, modelIds: [] }, squareOf(800)),
      derivedRunId(facts, squareOf(1200)),
    ];
    expect(new Set([id, ...others]).size).toBe(7);
  });
});
