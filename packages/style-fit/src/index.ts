export { brandLook, type BrandLookOptions } from './brand-look.js';
export { fitMeasured, fitStyle, type FitReport, type FittedStyle, type LeftOut } from './fit-style.js';
export { EXTRACTOR_VERSION } from './fit/style-of.js';
export type { TechniqueWeights } from './fit/technique.js';
export type { Variant } from './fit/variants.js';
export { withMeasuredChecks } from './with-measured-checks.js';
export {
  measureExample,
  type MeasuredExample,
  type Measurement,
  type MeasureOptions,
} from './measure-example.js';
export { EXAMPLES, type FitMeasuredOptions, type FitOptions, type FitProgress } from './options.js';
