import type { Plane } from '@avatar/stage';
import { boxBlur, createPlane, fillPolygon, type Point } from '@avatar/image';
import { pointOfHead, type HeadPlacement } from '../model/head-region.js';
import type { Presence } from './presence-model.js';
import { meanOver, regionsOf } from './regions.js';

/** Mean probability in a window of this radius, in coarse pixels, from which a place is surely a person. */
const SURE = 0.9;
const SURE_PX = 2;
/** The fine matte has lost a sure place below this. */
const LOST = 0.5;
/** Fewer lost pixels may as well be a coarse edge. */
const LEAST_PX = 8;

/** Where a person's head with hair and neck are, and their shoulders and chest, in head heights from the eyes. */
const HEAD: readonly Point[] = [
  [-0.35, -0.8],
  [0.35, -0.8],
  [0.6, -0.4],
  [0.5, 0.3],
  [0.3, 0.7],
  [-0.3, 0.7],
  [-0.5, 0.3],
  [-0.6, -0.4],
];
const BODY: readonly Point[] = [
  [-0.3, 0.5],
  [0.3, 0.5],
  [1, 0.85],
  [1.1, 1.9],
  [-1.1, 1.9],
  [-1, 0.85],
];
/** Share of a lost part that lies there, for it to be this person's. */
const OWN = 0.5;
/**
 * What is lost of the body hangs together with what is left of it, along this share of its border; a stranger behind
 * only touches. Less is enough for clothes and skin than for hats and bags, which others wear too.
 */
const JOINED = { dressed: 0.2, other: 0.35, otherFrom: 0.1 };
/** With less of the head than this the fine matte has lost its way: there is nothing to hang together with. */
const HEAD_LEFT = 0.7;

/**
 * Marks with 1 what `fine` lost of the people: surely a person, and not in the matte. Planes on the coarse grid,
 * `scale` times that of `heads`.
 */
export function lostParts(
  fine: Plane,
  { person, other }: Pick<Presence, 'person' | 'other'>,
  scale: readonly [number, number],
  heads: readonly HeadPlacement[] | undefined,
): Plane {
  const sure = boxBlur(person, SURE_PX);
  const labels = new Uint8Array(sure.data.length);
  for (let i = 0; i < labels.length; i++) labels[i] = sure.data[i] > SURE && fine.data[i] < LOST ? 1 : 0;
  const parts = regionsOf(person, labels, LEAST_PX, (i) => fine.data[i] < LOST);
  const marked = createPlane(person.width, person.height);
  const zones = heads?.map((head) => zonesOf(head, person, fine, scale));
  for (const { pixels, openness } of parts) {
    const joined = meanOver(other, pixels) < JOINED.otherFrom ? JOINED.dressed : JOINED.other;
    const isOwn = zones?.some(
      ({ head, body, isBroken }) =>
        meanOver(head, pixels) >= OWN ||
        (meanOver(body, pixels) >= OWN && (isBroken || 1 - openness >= joined)),
    );
    if (isOwn ?? true) for (const index of pixels) marked.data[index] = 1;
  }
  return marked;
}

function zonesOf(
  placement: HeadPlacement,
  person: Plane,
  fine: Plane,
  [across, down]: readonly [number, number],
): { head: Plane; body: Plane; isBroken: boolean } {
  const filled = (plane: Plane, outline: readonly Point[]): Plane => {
    fillPolygon(
      plane,
      outline.map(([u, v]) => pointOfHead(placement, u, v)).map(([x, y]) => [x * across, y * down] as const),
    );
    return plane;
  };
  const head = filled(createPlane(person.width, person.height), HEAD);
  const body = filled({ ...head, data: head.data.slice() }, BODY);
  let all = 0;
  let left = 0;
  for (let i = 0; i < head.data.length; i++) {
    const here = head.data[i] * person.data[i];
    all += here;
    left += here * fine.data[i];
  }
  return { head, body, isBroken: left < HEAD_LEFT * all };
}
