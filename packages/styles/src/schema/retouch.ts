import { object, share } from './fields.js';

export const retouch = object({
  skinSmoothing: share(),
  skinColour: share(),
  mixedLight: share(),
  shine: share(),
  underEyes: share(),
  eyes: share(),
  teeth: share(),
  sharpening: share(),
  clarity: share(),
  denoise: share(),
  focusFalloff: share(),
});
