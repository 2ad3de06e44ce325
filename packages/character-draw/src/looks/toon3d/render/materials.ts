/** How a surface answers light. */
export const Material = {
  /** Nothing there. */
  None: 0,
  /** Scatters below the surface; colours of the face come from the paint. */
  Skin: 1,
  /** Strands: two shifted highlights along the tangent. Rest: across the lock, along it, its number. */
  Hair: 2,
  Cloth: 3,
  /** Eyeball with iris. Rest: direction from the centre of the eye, z along the gaze. */
  Eye: 4,
  /** No highlight: lashes, dark slits. */
  Dull: 5,
  /** Lacquer, plastic, gems. */
  Gloss: 6,
  /** Tongue, petals: soft and slightly wet. */
  Moist: 7,
  /** Beards, brows, shaved hair: strands too short for locks. */
  ShortHair: 8,
  Metal: 9,
  /** Shines by itself and blooms. */
  Glow: 10,
  /** Torso: skin or cloth, cut for each sample at the neckline. */
  Garment: 11,
  Teeth: 12,
  /** Hair at its roots: strands of hair over skin. Rest: azimuth, distance from the edge, density. */
  Roots: 13,
  Leather: 14,
  /** Eye of a machine. */
  CyberEye: 15,
  /** Cloth whose colour is asked for each sample, as that of garments. */
  Printed: 16,
} as const;
export type Material = (typeof Material)[keyof typeof Material];

/** Light spreads below this surface: skin, and skin that shows between roots of hair. */
export const scatters = (material: number): boolean =>
  material === Material.Skin || material === Material.Roots;
