import { elsewhere, noun, quality, type Phrases, type Sense } from '../sense.js';
import type { ClothingStyle } from '@avatar/character';
import type { Sets } from '../../meaning/sets.js';

const OUTER = 3;
const INNER = 1;

const garment = (style: ClothingStyle, layer: number, more: Sets = {}): Sense =>
  noun('clothing', { 'clothing.style': style, ...more }, { layer });

/** Clothes and what is on them. */
export const CLOTHING: Phrases = {
  'suit|business suit|three piece suit|two piece suit|suit and tie|tuxedo|tux|dinner jacket|dinner suit|suited|business attire|formal attire|formal wear|formalwear|black tie|pinstripe suit|morning suit|dark suit|trouser suit|pantsuit|pant suit|suit jacket|formal suit':
    garment('suit', OUTER),
  'blazer|sport coat|sports coat|sports jacket|sport jacket|tweed jacket|tailored jacket|jacket|smart jacket|smart casual jacket|velvet jacket|corduroy jacket|business jacket|suit coat':
    garment('blazer', OUTER),
  'shirt|dress shirt|button down|button down shirt|button up|button up shirt|buttoned shirt|blouse|collared shirt|oxford shirt|flannel|linen shirt|oxford|work shirt|office shirt|hawaiian shirt|silk shirt|button shirt|chambray|denim shirt|business shirt':
    garment('shirt', INNER),
  'flannel shirt|lumberjack shirt|check shirt|checked shirt|chequered shirt|checkered shirt|plaid shirt':
    garment('shirt', INNER, {
      'clothing.pattern': 'plaid',
    }),
  'polo|polo shirt|golf shirt|polo tee|polo top|tennis shirt': garment('polo', INNER),
  't shirt(s)|tshirt|tee|tee shirt|tees|graphic tee|band t shirt|band tee|crew neck t shirt|crewneck tee':
    garment('tshirt', INNER),
  'v neck t shirt|v neck tee|vneck tee': garment('tshirt', INNER, { 'clothing.neck': 'v' }),
  'hoodie|hoody|hooded sweatshirt|hooded top|hooded sweater|zip up hoodie|hooded jumper': garment(
    'hoodie',
    2,
  ),
  'turtleneck|turtle neck|roll neck|rollneck|polo neck|poloneck|mock neck|turtleneck sweater|roll neck sweater|roll neck jumper|polo neck jumper|polo neck sweater|high neck jumper|turtlenecked':
    garment('turtleneck', INNER),
  'sweater|jumper|pullover|cardigan|sweatshirt|crewneck|crew neck sweater|jersey sweater|cashmere|wool sweater|woollen jumper|woolly jumper|sweater vest|christmas jumper|fleece':
    garment('sweater', 2),
  'knitted jumper|knitted sweater|cable knit sweater|cable knit jumper|knitwear|knit sweater|knit jumper|cable knit|aran jumper|fair isle jumper|knit cardigan|knitted cardigan':
    garment('sweater', 2, { 'clothing.pattern': 'knit' }),
  'dress|gown|sundress|frock|ball gown|evening gown|summer dress|evening dress|cocktail dress|maxi dress|wedding dress|prom dress|party dress|ballgown|tunic dress':
    garment('dress', INNER),
  'kurta|sherwani|kurti|kameez|shalwar kameez|salwar kameez': garment('kurta', INNER),
  'jersey|football jersey|football shirt|soccer jersey|sports jersey|basketball jersey|hockey jersey|rugby shirt|football kit|team jersey|soccer shirt|baseball jersey|cricket jersey|esports jersey|sports shirt|team shirt':
    garment('jersey', INNER),
  'denim jacket|jean jacket|jeans jacket|denim': garment('denim_jacket', OUTER),
  'leather jacket|biker jacket|leather biker jacket|motorcycle jacket|leathers|leather bomber|leather bomber jacket|moto jacket|leather coat':
    garment('leather_jacket', OUTER),
  'armor|armour|plate armor|plate armour|plate mail|breastplate|chainmail|chain mail|suit of armor|suit of armour|knight s armor|knight s armour|armored|armoured|battle armor|battle armour|full plate|body armor|body armour|cuirass':
    garment('armor', 5),
  'cloak|cape|robe|robes|cloaked|caped|mantle|wizard robe|wizard robes|wizard s robe|hooded robe|poncho':
    garment('cloak', 4),
  'hooded cloak|hooded cape|cloak with a hood|cloak with hood': garment('cloak', 4, {
    'headwear.style': 'hood',
  }),
  'spacesuit|space suit|astronaut suit|astronaut s suit|astronaut outfit|eva suit': garment('spacesuit', 5),
  'top|tops': noun('clothing', undefined, { layer: 0.5 }),
  'clothes|clothing|outfit|attire|wear|garment|outfits|apparel|ensemble|garb': noun('clothing'),

  'dressed|clad|clothed': noun('clothing'),
  'lapels|trim|trimming|trimmings|accent(s)|detail(s)|detailing|piping|collar|cuffs|buttons|lining|embroidery|sash|belt|stitching|trims|edges|edging|sleeves|drawstrings|cord|zip|logo|motif|patches|fur|fur trim|fur collar|hem|panels|tassels|beading|studs on|laces':
    noun('trim'),
  'stars|moons|flames|hearts|skulls': noun('trim', undefined, { reason: 'not-drawn' }),
  'stripes|pinstripes|hoops pattern': noun('pattern', { 'clothing.pattern': 'stripes' }),
  'dots|polka dots|spots': noun('pattern', { 'clothing.pattern': 'dots' }),
  'leaves|leaf pattern|leaf print|palm leaves|leaf motif': noun('pattern', { 'clothing.pattern': 'leaf' }),
  'checks|tartan pattern|plaid pattern|check pattern': noun('pattern', { 'clothing.pattern': 'plaid' }),
  'tie|necktie|ties': noun('tie'),

  'striped|stripy|stripey|pinstripe|pinstriped|breton|candy striped': quality('striped', {
    'clothing.pattern': 'stripes',
  }),
  'plaid|tartan|checked|chequered|checkered|gingham|check': quality('plaid', { 'clothing.pattern': 'plaid' }),
  'knit|knitted|cable|ribbed|chunky knit|hand knitted': quality('knitted'),
  'polka dot|polka dotted|dotted|spotted|spotty': quality('dotted', { 'clothing.pattern': 'dots' }),
  'leaf patterned|leafy|leaf print top|botanical|palm print|leaf': quality('leafy'),
  'v neck|v necked|vneck|v neckline|deep v': quality('v_neck', { 'clothing.neck': 'v' }),
  'crew neck|round neck|crew necked': quality('crew_neck', { 'clothing.neck': 'crew' }),
  'boat neck|boat necked|bateau|off the shoulder|off shoulder|bardot': quality('boat_neck', {
    'clothing.neck': 'boat',
  }),
  'sweetheart|sweetheart neckline|strapless': quality('sweetheart', { 'clothing.neck': 'sweetheart' }),
  'neckline|leather|silk|silky|cotton|woollen|woolen|wool|velvet|satin|linen|tweed|corduroy|cashmere soft|lace|woolly|cable patterned|quilted|tailored|double breasted|single breasted|shiny|shining|gleaming|polished|matte|sequinned|sequined|sparkly|ornate|vintage|oversize fit|baggy|loose|fitted|faded|worn|crisp|smart|rimless|wire|metal|steampunk goggles style|plain|casual|simple|hooded top style':
    { as: 'filler' },

  'floral|flowery|animal print|leopard print|camouflage|camo|hawaiian print|paisley|tie dye|tie dyed|houndstooth':
    elsewhere('not-drawn'),
  'casual attire|casual clothes|casual outfit|casual clothing|casual wear|business casual|smart casual|traditional dress|traditional clothing|traditional outfit|traditional clothes|traditional attire|national dress|period costume|streetwear|sportswear|activewear|nightwear':
    elsewhere('not-drawn'),
  'coat|trench coat|trenchcoat|overcoat|raincoat|parka|puffer jacket|puffer|bomber jacket|bomber|windbreaker|anorak|peacoat|pea coat|lab coat|fur coat|tracksuit|track suit|uniform|scrubs|apron|overalls|dungarees|jumpsuit|boiler suit|romper|kimono|sari|saree|hanbok|cheongsam|qipao|dashiki|poncho cape|toga|dirndl|kilt|abaya|thobe|kaftan|caftan|vest|waistcoat|tank top|crop top|camisole|singlet|corset|bikini|swimsuit|swimming trunks|swimwear|wetsuit|pyjamas|pajamas|bathrobe|dressing gown|scarf|scarves|gloves|mittens|boots|shoes|trainers|sneakers|heels|sandals|trousers|pants|jeans|shorts|skirt|leggings|tights|socks|stockings|bow tie|bowtie|cravat|suspenders|braces on|hi vis|high visibility vest|life jacket|gilet|costume|hazmat suit|mech suit|exosuit|exoskeleton|gauntlets|pauldrons|shield|flight suit|jetpack|chef s jacket|judo suit|karate suit|leotard|tutu|school uniform|hospital gown|graduation gown|mortarboard|flight jacket|varsity jacket|letterman jacket|biker vest|sweatpants':
    elsewhere('not-drawn'),
};
