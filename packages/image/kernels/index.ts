// The hot loops of @avatar/image, in AssemblyScript (the types are WebAssembly's, not TypeScript's).
//
// A grid is a plane whose rows are padded to whole fours of f32 and whose number of rows is, too. What the padding holds
// means nothing. All memory is the caller's: pointers come in, nothing is allocated here.
export * from './around';
export * from './binomial';
export * from './box-blur';
export * from './coverage';
export * from './cubic';
export * from './enlarge';
export * from './guided';
export * from './quantise';
export * from './resample';
export * from './shrink';
export * from './warp';
