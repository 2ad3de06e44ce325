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
  'space pirate|pirate|ninja|samurai|viking|vampire|zombie|werewolf|robot|android|superhero|superheroine|supervillain|mermaid|angel|demon|devil|alien|orc|goblin|dwarf|clown|jester|ghost|skeleton|mummy|cowboy|cowgirl outfit|gladiator|pharaoh|geisha|chef|nurse|doctor|surgeon|firefighter|police officer|soldier|pilot|sailor|cheerleader|centaur|minotaur|dragon|catgirl|cat girl|furry|mecha|steampunk|roman soldier|spartan|monster|troll|gnome|genie|plague doctor|santa|santa claus|father christmas|easter bunny|mascot|scuba diver|diver|racing driver|beekeeper|judge s robe':
    elsewhere('not-drawn'),
};
