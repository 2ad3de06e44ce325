import { z } from 'zod';
import { brushwork } from '../../schema/brushwork.js';
import { object } from '../../schema/fields.js';
import { grade } from '../../schema/grade.js';
import { relight, tone } from '../../schema/light.js';
import { ornament } from '../../schema/ornament.js';
import { retouch } from '../../schema/retouch.js';

export const photoRendering = object({
  kind: z.literal('photo'),
  tone,
  relight,
  retouch,
  ornament: ornament.exactOptional(),
  grade: grade.exactOptional(),
  brushwork: brushwork.exactOptional(),
});
