import type { FormShape } from '../../../http/multipart.js';

const READINGS = {
  // Whoever uploads names the field; what the file is called says nothing about it, and is not looked at.
  fileFields: ['image', 'images'],
  numbers: ['seed', 'size', 'style_intensity', 'min_likeness', 'min_face_coverage'],
  booleans: ['cache_input'],
} as const;

/** A form with one photo, and the fields of the JSON body. */
export const ONE_PHOTO_FORM: FormShape = {
  ...READINGS,
  files: 'one',
  body: (files, fields) => ({ ...fields, ...(files.length > 0 && { image: files[0] }) }),
};

/** A form with many photos, which become `items`; the n-th `reference` belongs to the n-th file. */
export const MANY_PHOTOS_FORM: FormShape = {
  ...READINGS,
  files: 'many',
  repeated: 'reference',
  body: (files, fields, references) => ({
    ...fields,
    items: files.map((image, index) => ({ image, reference: references[index] || undefined })),
  }),
};
