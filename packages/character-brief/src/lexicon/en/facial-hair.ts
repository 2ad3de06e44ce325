import { elsewhere, noun, says, type Phrases } from '../sense.js';

/** Beards and moustaches. */
export const FACIAL_HAIR: Phrases = {
  'beard(s)|bearded|facial hair|whiskers': noun('beard', { 'facial_hair.style': 'full_beard' }),
  'full beard|bushy beard|big beard|lumberjack beard|thick beard|beard and moustache|beard and mustache|moustache and beard|mustache and beard':
    noun('facial_hair', { 'facial_hair.style': 'full_beard' }),
  'short beard|neat beard|groomed beard|neatly trimmed beard|neat short beard|short trimmed beard|trimmed beard|light beard|close cropped beard|boxed beard|well kept beard|tidy beard':
    noun('facial_hair', {
      'facial_hair.style': 'short_beard',
    }),
  'long beard|flowing beard|wizard beard|waist length beard': noun('facial_hair', {
    'facial_hair.style': 'long_beard',
  }),
  'stubble|light stubble|heavy stubble|thick stubble|stubbly|stubbled|designer stubble|five o clock shadow|5 o clock shadow|5 oclock shadow|five oclock shadow|scruff|unshaven|five day beard|three day beard|two day beard|few days beard|day old beard|3 day beard|5 day beard|week old beard|several days beard|days growth|light scruff|scruffy':
    noun('facial_hair', { 'facial_hair.style': 'stubble' }),
  'moustache(s)|mustache(s)|tache|moustachioed|mustachioed|handlebar moustache|handlebar mustache|moustached|mustached|pencil moustache|pencil mustache':
    noun('facial_hair', { 'facial_hair.style': 'moustache' }),
  'goatee|goatee beard|van dyke|chin beard|goateed|chin strap beard': noun('facial_hair', {
    'facial_hair.style': 'goatee',
  }),
  'clean shaven|cleanshaven|clean shaved|beardless|smooth shaven|freshly shaved|freshly shaven': says({
    'facial_hair.style': 'none',
  }),
  'sideburns|mutton chops|muttonchops|soul patch|braided beard|forked beard': elsewhere('not-drawn'),
};
