/** Name of the vendor in what is stored of its requests. */
export const KONPRO = 'konpro';

/** The vendor's jobs are called `job_…`; the digits are ours. */
export const jobIdOf = (id: string): string => `job_${id.slice(id.indexOf('_') + 1)}`;
