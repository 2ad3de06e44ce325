import { describe, expect, it } from 'vitest';
import { readExportedLiteral } from './js-literal.js';

const moduleOf = (exported: string): string =>
  `!function(e){"object"==typeof exports&&(module.exports=e())}(function(){t.exports=${exported}},{}]},{},[1])(1)});`;

describe('readExportedLiteral', () => {
  it('reads what minifiers write', () => {
    const source = moduleOf(`{a:!0,b:!1,c:null,"d e":'x',f:[1,-.5,1e-3,2.5E2,],g:{},$h:true}`);
    expect(readExportedLiteral(source)).toEqual({
      a: true,
      b: false,
      c: null,
      'd e': 'x',
      f: [1, -0.5, 0.001, 250],
      g: {},
      $h: true,
    });
  });

  it('reads a text', () => {
    expect(readExportedLiteral(moduleOf('"SGVsbG8="'))).toBe('SGVsbG8=');
  });

  it.each([
    ['a call', '{a:process.exit()}'],
    ['an operator', '{a:1+1}'],
    ['an escape', String.raw`"\x41"`],
    ['an unfinished list', '[1,2'],
    ['an unfinished text', '"abc'],
    ['undefined', '{a:void 0}'],
  ])('refuses %s', (_, exported) => {
    expect(() => readExportedLiteral(`t.exports=${exported}`)).toThrow(/not plain data/);
  });

  it('refuses a module without plain data', () => {
    expect(() => readExportedLiteral('t.exports=function(){}')).toThrow(/no plain data/);
  });
});
