import { readBrief } from '@avatar/character-brief';
import type { CharacterSpec } from '@avatar/character';

/** People as somebody would ask for them, in words: none of them was drawn while the looks were made. */
const DESCRIPTIONS: readonly string[] = [
  'a young woman with dark brown skin, short coily hair, gold hoops and a mustard turtleneck, smiling',
  'a man in his sixties with a receding grey hairline, a moustache, rectangle glasses and a brown sweater',
  'a young man with light skin, messy curly brown hair, freckles and a green hoodie',
  'an elderly woman with white hair in a bun, fair skin, round glasses, pearl earrings and a blue cardigan sweater',
  'a man with tan skin, long straight black hair, a goatee and a leather jacket',
  'a woman with olive skin, long wavy auburn hair, green eyes, red lipstick and a black dress',
  'a heavy man with very dark skin, a shaved head, a full beard and a purple suit',
  'a slender woman with light skin, a pixie cut in platinum blond, nose ring and denim jacket',
  'a man with brown skin, a blue turban, a long grey beard and a white kurta, slight smile',
  'a woman with brown skin wearing a teal hijab, rectangle glasses and a grey blazer',
  'a non-binary person with pale skin, a teal undercut, hoops and a striped t-shirt',
  'a man with dark skin, short locs, a short beard and a white t-shirt, laughing',
  'a young woman with tan skin, two braids, hazel eyes, freckles and a red plaid shirt',
  'a middle-aged woman with light brown skin, a grey bob with a fringe and a burgundy turtleneck, serious',
  'a man with pale skin, ginger hair in a quiff, stubble, blue eyes and a navy polo shirt',
  'a woman with deep brown skin, long locs, a yellow flower in her hair and a green dress, smiling',
  'an old man, bald, with a white moustache, thick eyebrows, tan skin and a tweed brown suit',
  'a woman with fair skin, long straight blond hair, blue eyes and a pink sweater, laughing',
  'a man with medium brown skin, a black pompadour, sunglasses and a red jersey',
  'a woman with black hair in a high ponytail, light skin, single eyelids and a white shirt',
  'a man with a mohawk dyed green, light skin, a scar, a nose ring and a black leather jacket',
  'a queen with very dark skin, a big afro, a crown, a gold necklace and a purple cloak',
  'a young man with light brown skin, buzz cut, headphones, smug, in a grey hoodie',
  'a woman with medium skin, curly shoulder-length dark hair, cat-eye glasses and an orange blazer',
];

export const DESCRIBED: readonly CharacterSpec[] = DESCRIPTIONS.map((words, i) => ({
  seed: 100 + i,
  ...readBrief(words).spec,
}));
