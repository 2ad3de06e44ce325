/** Tags of the routes that speak another vendor's protocol: their errors are no problem details. */
export const VENDOR_TAGS: readonly string[] = ['heygen', 'konpro', 'face-avatar', 'each::sense'];
