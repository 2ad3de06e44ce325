import { named, type ValueOf } from './named-value.js';

/** What the face says. */
export const EXPRESSIONS = named([
  { value: 'neutral', label: 'Neutral' },
  { value: 'slight_smile', label: 'Slight smile' },
  { value: 'smile', label: 'Smile' },
  { value: 'laugh', label: 'Laugh' },
  { value: 'serious', label: 'Serious' },
  { value: 'surprised', label: 'Surprised' },
  { value: 'smug', label: 'Smug' },
  { value: 'sad', label: 'Sad' },
]);
/** What the face says. */
export type Expression = ValueOf<typeof EXPRESSIONS>;

/** What arms and hands do. */
export const GESTURES = named([
  { value: 'none', label: 'None' },
  { value: 'wave', label: 'Waving' },
  { value: 'arms_crossed', label: 'Arms crossed' },
  { value: 'thumbs_up', label: 'Thumbs up' },
  { value: 'hand_on_chin', label: 'Hand on the chin' },
]);
/** What arms and hands do. */
export type Gesture = ValueOf<typeof GESTURES>;

/** How much of the person is in the picture. */
export const FRAMINGS = named([
  { value: 'close_up', label: 'Close-up' },
  { value: 'half_body', label: 'Half body' },
  { value: 'full_body', label: 'Full body' },
]);
/** How much of the person is in the picture. */
export type Framing = ValueOf<typeof FRAMINGS>;
