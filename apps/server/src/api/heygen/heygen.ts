/** Name of the vendor in what is stored of its requests. */
export const HEYGEN = 'heygen';
