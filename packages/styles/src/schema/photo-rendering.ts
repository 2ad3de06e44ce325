import { z } from 'zod';
import { brushwork } from './brushwork.js';
import { object } from './fields.js';
import { grade } from './grade.js';
import { relight, tone } from './light.js';
import { ornament } from './ornament.js';
import { retouch } from './retouch.js';

export const photoRendering = object({
  kind: z.literal('photo'),
  tone,
  relight,
  retouch,
  ornament: ornament.exactOptional(),
  grade: grade.exactOptional(),
  brushwork: brushwork.exactOptional(),
});
