import { expect, it } from 'vitest';
import { containerColour } from './container-colour.js';
import { sharp } from './native.js';

const avif = () =>
  sharp({ create: { width: 40, height: 40, channels: 3, background: '#fa8' } })
    .withIccProfile('p3')
    .avif()
    .toBuffer();

it('reads the profile of the main picture', async () => {
  const file = await avif();
  const { icc } = await sharp(file).metadata();
  const { profile, coded } = containerColour(file);
  expect(coded).toBeUndefined();
  expect(Buffer.from(profile ?? [])).toEqual(icc);
});

it('reads the code points', async () => {
  const file = Buffer.from(await avif());
  file.set([...Buffer.from('nclx'), 0, 12, 0, 18, 0, 6, 0x80], file.indexOf('colrrICC') + 4);
  expect(containerColour(file)).toEqual({ coded: { primaries: 12, transfer: 18 } });
});

it('leaves alone what belongs to another picture of the file, such as a gain map', async () => {
  const file = Buffer.from(await avif());
  // The main picture is another one than the properties are for.
  file.writeUInt16BE(7, file.indexOf('pitm') + 8);
  expect(containerColour(file)).toEqual({});
});

it('finds nothing in a damaged file, and never fails', async () => {
  const file = await avif();
  for (let length = 0; length < file.length; length += 3) containerColour(file.subarray(0, length));
  for (let at = 0; at < Math.min(file.length, 400); at++) {
    const other = Buffer.from(file);
    other[at] ^= 0xff;
    containerColour(other);
  }
  expect(containerColour(Buffer.alloc(64, 0xff))).toEqual({});
});
