import { elsewhere, noun, says, undrawn, type Phrases } from '../sense.js';

/** Figures that are known by what they wear. */
export const COSTUMES: Phrases = {
  'wizard|sorcerer|mage|warlock|enchanter|magician wizard|archmage|spellcaster|spell caster|druid wizard':
    says({
      'headwear.style': 'wizard_hat',
      'clothing.style': 'cloak',
    }),
  'witch|sorceress|enchantress': says({
    presentation: 0.85,
    'headwear.style': 'wizard_hat',
    'clothing.style': 'cloak',
  }),
  'knight|paladin|crusader knight|medieval warrior|armoured warrior|armored warrior': noun('person', {
    'clothing.style': 'armor',
  }),
  'astronaut|cosmonaut|spaceman|spacewoman|space explorer': noun('person', { 'clothing.style': 'spacesuit' }),
  'elf|elven|elvish|elfin|high elf|wood elf|elf like|half elf': noun('person', { effects: ['elf_ears'] }),
  'vulcan|fairy|pixie like|sprite|faun|hobbit': says({ effects: ['pointed_ears'] }),
  'dwarf like|dwarfish|dwarven|dwarvish|orc like|goblin like|robot like|alien like|witch like|pirate like':
    undrawn('not-drawn'),
  'kid looking|child looking|boyish looking|girlish looking|teen looking|baby faced|babyfaced':
    undrawn('age'),
  cyborg: noun('person', { effects: ['cyber_eye'] }),
  // What they wear is not drawn; how they are is.
  'space pirate|pirate|ninja|samurai|viking|superhero|superheroine|supervillain|clown|jester|cowboy|gladiator|pharaoh|geisha|chef|nurse|doctor|surgeon|firefighter|police officer|soldier|pilot|sailor|cheerleader|roman soldier|spartan|plague doctor|scuba diver|diver|racing driver|beekeeper':
    noun('person', undefined, { reason: 'not-drawn' }),
  'vampire|zombie|werewolf|robot|android|mermaid|angel|demon|devil|alien|orc|goblin|dwarf|ghost|skeleton|mummy|cowgirl outfit|centaur|minotaur|dragon|catgirl|cat girl|furry|mecha|steampunk|monster|troll|gnome|genie|santa|santa claus|father christmas|easter bunny|mascot|judge s robe':
    elsewhere('not-drawn'),
};
