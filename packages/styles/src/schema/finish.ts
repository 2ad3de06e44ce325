import { share } from './fields.js';
import { grade } from './grade.js';
import { retouch } from './retouch.js';

export const finish = {
  keepColour: share().exactOptional(),
  retouch: retouch.exactOptional(),
  grade: grade.exactOptional(),
};
