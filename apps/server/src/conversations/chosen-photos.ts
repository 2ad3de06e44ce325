/** The photo that is worked with, and all of the same person that can be used, where there are several. */
export interface ChosenPhotos {
  /** `inp_…` */
  readonly photo: string;
  /** With `photo` among them; empty for one photo. */
  readonly together: readonly string[];
}
