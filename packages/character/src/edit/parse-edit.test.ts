import { expect, test } from 'vitest';
import { parseEdit } from './parse-edit.js';

test.each([
  ['skin.hex=#aa7744', { op: 'set', path: 'skin.hex', value: '#aa7744' }],
  ['pose.yaw=35', { op: 'set', path: 'pose.yaw', value: 35 }],
  ['pose.yaw=-12.5', { op: 'set', path: 'pose.yaw', value: -12.5 }],
  ['age=senior', { op: 'set', path: 'age', value: 'senior' }],
  ['headwear.plume=true', { op: 'set', path: 'headwear.plume', value: true }],
  ['headwear.plume=false', { op: 'set', path: 'headwear.plume', value: false }],
  ['accessories=hoops, freckles', { op: 'set', path: 'accessories', value: ['hoops', 'freckles'] }],
  ['accessories+=scar', { op: 'add', path: 'accessories', value: 'scar' }],
  ['effects-=cyber_eye', { op: 'remove', path: 'effects', value: 'cyber_eye' }],
  ['hair.second=', { op: 'unset', path: 'hair.second' }],
])('%s', (text, edit) => {
  expect(parseEdit(text)).toEqual(edit);
});

test.each([
  ['pose.yaw=90', 'Expected a number from -45 to 45 for pose.yaw'],
  ['skin.hex=brown', 'Expected a colour as #rrggbb for skin.hex'],
  ['headwear.plume=perhaps', 'Expected true or false for headwear.plume'],
  ['accessories+=tattoo', 'Expected one of earrings'],
  ['accessories+=x'.repeat(100), 'Expected path=value'],
  ['hair.style+=afro', 'Only accessories and effects are lists'],
  ['hair.colour=red', 'A path of a character was expected'],
  ['constructor=1', 'A path of a character was expected'],
  ['skin.hex', 'Expected path=value'],
  ['', 'Expected path=value'],
])('refuses %s', (text, message) => {
  expect(() => parseEdit(text)).toThrow(message);
});
