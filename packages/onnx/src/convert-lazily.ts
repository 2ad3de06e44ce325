import type { WeightsConverter } from '@avatar/models';

/** The converter is loaded with the first weights that need it: who has the models stored never loads it. */
export const convertLazily: WeightsConverter = async (conversion, fetched) => {
  const { convertWeights } = await import('@avatar/model-convert');
  return convertWeights(conversion, fetched);
};
