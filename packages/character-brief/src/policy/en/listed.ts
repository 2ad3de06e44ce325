/** Phrases of a text, parted by commas. */
export const listed = (text: string): readonly string[] => text.split(',').map((phrase) => phrase.trim());
