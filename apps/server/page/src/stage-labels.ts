const LABELS: Readonly<Record<string, string>> = {
  load: 'Load photo',
  'face-detect': 'Find the face',
  'inner-photo': 'Look for photos in it',
  'input-gate': 'Judge the photo',
  'portrait-matte': 'Find the person',
  'face-align': 'Straighten',
  'face-reshape': 'Smile and turn',
  cutout: 'Cut out',
  'cutout-gate': 'Judge the edge',
  'face-regions': 'Find the features',
  background: 'Background',
  'style-apply': 'Apply the style',
  composite: 'Compose',
  'detail-enhance': 'Enhance details',
  'quality-gate': 'Quality gate',
  save: 'Save avatar',
  'character-fit': 'Find the character',
  'character-draw': 'Draw the character',
  'drawn-gate': 'Judge the drawing',
};

/** What a stage does, in a few words. */
export const stageLabel = (stage: string): string => LABELS[stage] ?? stage;
