import { elsewhere, undrawn, type Phrases } from '../sense.js';

/** Words about the picture and not about the person. They take their adjectives with them. */
export const SCENE: Phrases = {
  'background|backdrop|background elements|scenery|bokeh|gradient background|in the background|setting|wallpaper|skyline|landscape|backgrounds|surroundings|environment':
    elsewhere('background'),
  'gradient|beach|sunset|sunrise|city|cityscape|city street|street|forest|mountain(s)|office|studio backdrop|castle|space scene|galaxy|nebula|library|cafe|coffee shop|garden|park|bookshelf|bookshelves|wall|room|kitchen|ocean|sea view|ocean waves|palm trees|sky background|clouds|rain|snow|snowy|night sky|moon|neon signs|ruins|desert|jungle|stage|classroom|lake|river|waterfall|window|rooftop|starry sky|woods|meadow':
    elsewhere('background'),
  'lighting|light effects|light source|studio light|rim light|spotlight|backlight|backlit|golden hour|volumetric rays|lens flare|shadow(s)|lit|candlelight|moonlight|sunlight|rays|contrast|exposure|filter|colour grading|color grading|glow effect|lights|sun rays':
    elsewhere('light'),
  'anime|manga|pixar|disney|cartoon|pixel art|3d|3d render|3d rendered|watercolour|watercolor|oil painting|oil paint|sketch|pencil drawing|line art|comic book|comic|vector|realistic|photorealistic|photo realistic|hyperrealistic|cel shaded|low poly|ghibli|chibi|claymation|lego|pop art|impressionist|cyberpunk|cyber punk|noir|film noir|cinematic|vaporwave|caricature|black and white photo|monochrome|sepia|isometric|bitmoji|memoji|voxel|art nouveau|ukiyo e|renaissance|baroque|minimalist|semi realistic|cartoonish|toon|animated|illustration|illustrated|fantasy art|concept art':
    undrawn('look'),
  'square format|landscape format|portrait format|vertical format|horizontal format|1 1|16 9|4 3|9 16|circular crop|transparent|4k|8k|hd|high resolution|square crop':
    elsewhere('format'),
  'style|styles|colors|colours|lines|outlines|rendering|effects|topology|textures|atmosphere|aesthetic|vibe|feel|appearance|features|quality|detail level|energy|particles|art|art style|shot|portrait|picture|photo|photograph|image|avatar|render|profile|profile picture|pfp|icon|format|platform|logo design|features of|lines of|graphic|graphics|palette|tones|colour scheme|color scheme|scene|action|hands|hand|fingers|arm|arms|leg|legs|feet|head|neck|chest|temples|forehead|back|side|left|right|front|time|day|night|world|life|type|look alike|neutral pose|battle ready pose|pose|stance|posture|personality|attitude|presence|voice|mind|smile lines of':
    elsewhere(),
  'sign saying|sign saying hi|sign saying hello|sign that says|sign that says hi|sign that says hello|staff|broom|broomstick|wand|sword|axe|bow|gun|rifle|pistol|weapon|spear|dagger|knife|book|guitar|microphone|camera|coffee|mug|cup|phone|smartphone|laptop|umbrella|bag|backpack|handbag|briefcase|pen|paintbrush|balloon|ball|football|basketball|skateboard|surfboard|bicycle|bike|car|motorcycle|torch|lantern|crystal ball|potion|scroll|flag|sign|cigarette|cigar|pipe|drink|glass of wine|beer|cocktail|apple|cake|pizza|ice cream|lollipop|toothpick|fan|rose in (her|his|their) mouth|stethoscope|clipboard|tools|hammer|wrench|trophy|medal|bouquet|flowers|plant|teddy bear|toy|controller|gamepad|keyboard|violin|drum|drums|trumpet|saxophone':
    elsewhere('not-drawn'),
  'parrot|cat|dog|puppy|kitten|bird|owl|raven on|crow|snake|horse|rabbit|bunny|mouse|fish|butterfly|hamster|fox|wolf|bear|tiger|lion|hawk|eagle on|falcon|bat|spider|pet|monkey|ferret|lizard|frog|baby in':
    elsewhere('not-drawn'),
  'tall|very tall|short in height|giant': undrawn('not-drawn'),
  'two people|three people|four people|several people|group of people|twins|triplets|siblings|family of|whole family|two friends|friends together':
    elsewhere('not-drawn'),
};
