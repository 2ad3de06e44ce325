import { elsewhere, noun, quality, says, type Phrases } from '../sense.js';

const TURN = 25;

/** Expressions, gestures, turns of the head, framings. */
export const POSE: Phrases = {
  'smile|smiling|smiles|smiled|smiley|beaming|grin|grinning|grins|big smile|broad smile|wide smile|bright smile|huge smile|big grin|toothy smile|toothy grin|smile with teeth|smiling with teeth|showing teeth|cheesy grin|radiant smile|grinning from ear to ear|all smiles|smiling broadly|smiling widely|happy smile|friendly smile|cheerful smile|joyful smile|infectious smile|open smile|dazzling smile|lopsided grin|smile on (her|his|their) face|killer smile':
    says({ expression: 'smile' }, { expression: 'neutral' }),
  'slight smile|soft smile|gentle smile|subtle smile|faint smile|small smile|half smile|little smile|warm smile|hint of a smile|shy smile|slightly smiling|kind smile|closed mouth smile|closed lip smile|smiling slightly|smiling softly|smiling gently|mona lisa smile|light smile|tight lipped smile|sweet smile|calm smile|ghost of a smile|trace of a smile|quiet smile|wistful smile|serene smile|modest smile|smiling faintly|barely smiling|smiling shyly|smiling warmly|mysterious smile|relaxed smile|polite smile|demure smile|reserved smile':
    says({ expression: 'slight_smile' }, { expression: 'neutral' }),
  'laugh|laughing|laughs|big laugh|laughter|laughing out loud|cracking up|chuckling|giggling|belly laugh|in stitches|mid laugh|head thrown back in laughter|hearty laugh|bursting with laughter':
    says({ expression: 'laugh' }, { expression: 'neutral' }),
  'serious|stern|solemn|unsmiling|deadpan|stoic|intense|severe|straight faced|grave|determined|steely gaze|serious look|serious face|stern look|strict|grim|no nonsense|brooding|focused|stone faced|stony faced':
    quality('serious', { expression: 'serious' }),
  'surprised|shocked|amazed|astonished|startled|stunned|in awe|awestruck|taken aback|mouth agape|jaw dropped|open mouthed|gasping|flabbergasted|look of surprise|in surprise|with surprise|(surprised|shocked|amazed|astonished|stunned) (face|look|expression)':
    quality('surprised', { expression: 'surprised' }),
  'smug|smirk|smirking|smirks|cocky|sly|sly smile|sly grin|smug smile|smug grin|self satisfied|knowing smile|crooked smile|mischievous smile|mischievous grin|wry smile|sassy|cheeky grin|cheeky smile|cheeky|wicked grin|devilish grin|arrogant|mischievous|wry|impish grin|roguish grin|(smug|cheeky|cocky) (face|look|expression)|sardonic smile|lopsided smile|know it all':
    quality('smug', { expression: 'smug' }),
  'sad|unhappy|melancholy|melancholic|sorrowful|downcast|gloomy|heartbroken|mournful|glum|tearful|sad looking|forlorn|wistful|dejected|miserable|sombre|somber|frown|frowning|down in the mouth|pouting sadly|blue mood|doleful|sad (face|look|expression)|unhappy (face|look|expression)':
    quality('sad', { expression: 'sad' }),
  'neutral|blank|expressionless|impassive|poker faced|poker face|emotionless|straight face|resting face|neutral (face|look|expression)|no expression':
    quality('neutral', {
      expression: 'neutral',
    }),
  'neutral pose|neutral stance': { as: 'filler' },
  'happy|cheerful|joyful|jolly|merry|delighted|joyous|upbeat|excited|gleeful|cheery|overjoyed|ecstatic|elated|jovial|radiant|sunny':
    quality('happy', { expression: 'smile' }),
  'friendly|approachable|welcoming|warm|kindly|amiable|good natured': quality('friendly'),
  'friendly expression|friendly look|friendly face|friendly looking|friendly approachable expression|warm expression|welcoming expression|approachable expression|happy looking|happy expression|happy face|cheerful expression|cheerful look':
    says({ expression: 'smile' }),
  'gentle|kind|calm|peaceful|serene|relaxed|content|contented|pleasant|composed': quality('gentle'),
  'confident|self assured|poised|self confident|proud': quality('confident'),
  'looking confident|confident look|confident expression|looks confident|looking relaxed|looking content|looking calm|kind expression|gentle expression|calm expression|relaxed expression|pleasant expression|serene expression|confident smile|proud smile|proud expression|soft expression|content expression|peaceful expression|looking friendly|looking pleased':
    says({ expression: 'slight_smile' }),
  'angry|furious|mad|annoyed|scowling|scowl|disgusted|scared|frightened|afraid|crying|weeping|bored|confused|embarrassed|yawning|screaming|shouting|snarling|sneering|tongue out|sticking (her|his|their) tongue out|kissing|blowing a kiss|duck face|grimacing|worried|anxious|nervous|raised eyebrow|one eyebrow raised|raising an eyebrow|disappointed|jealous|sleeping|eyes closed|closed eyes|suspicious|biting (her|his|their) lip':
    elsewhere('not-drawn'),
  'expression|look|demeanour|demeanor|mood|looking': noun('expression'),

  'wave|waving|waves|waving hello|waving goodbye|waving hi|waving at the viewer|hand raised in greeting|raising (a|one|her|his|their) hand|waving (her|his|their) hand|raised hand|greeting|giving a wave|gives a wave|saying hello|saying hi|hand up|with a wave|friendly wave':
    says({ 'pose.gesture': 'wave' }, { 'pose.gesture': 'none' }),
  'arms crossed|crossed arms|arms folded|folded arms|crossing (her|his|their) arms|folding (her|his|their) arms|arms are crossed|arms are folded|crosses (her|his|their) arms|folds (her|his|their) arms|arms crossed over (her|his|their) chest':
    says({ 'pose.gesture': 'arms_crossed' }, { 'pose.gesture': 'none' }),
  'thumbs up|thumb up|giving a thumbs up|gives a thumbs up|thumbs upped|thumbs raised|two thumbs up': says(
    { 'pose.gesture': 'thumbs_up' },
    { 'pose.gesture': 'none' },
  ),
  'hand on chin|hand on (her|his|their) chin|chin on hand|chin in hand|chin in (her|his|their) hand|chin resting on (her|his|their) hand|resting (her|his|their) chin on (her|his|their) hand|hand on the chin|thinking pose|thinker pose|hand to chin|stroking (her|his|their) chin|stroking (her|his|their) beard|rubbing (her|his|their) chin|hand under (her|his|their) chin|thoughtful pose|chin resting in (her|his|their) hand|hand at (her|his|their) chin|finger on (her|his|their) chin|touching (her|his|their) chin|with (her|his|their) hand on (her|his|their) chin|chin propped on (her|his|their) hand':
    says({ 'pose.gesture': 'hand_on_chin' }, { 'pose.gesture': 'none' }),
  'peace sign|pointing|saluting|salute|hands in pockets|hand in pocket|hands on hips|hand on hip|praying|clapping|fist bump|raised fist|victory sign|heart hands|finger guns|facepalm|shrugging|shrug|dancing|running|jumping|sitting|kneeling|lying|walking|flexing|hugging|playing guitar|namaste|fist raised|ok sign|middle finger|flipping|blowing|reading|leaning':
    elsewhere('not-drawn'),

  'three quarter view|3 4 view|3 4 side view|three quarter profile|three quarters view|three quarter angle|3 4 angle|3 4 profile|three quarter|three quarters|3 quarter view|turned slightly|slightly turned|half turned|semi profile|quarter turn|at an angle|turned to the side|turned sideways|turned away slightly|angled view|3 quarter':
    says({ 'pose.yaw': 30 }),
  'three quarter view facing left|three quarter view to the left|three quarter view from the left|three quarter left':
    says({
      'pose.yaw': -30,
    }),
  '(facing|turned|looking|glancing) (slightly|a little|half) (to the left|left)|facing left|looking left|looking to the left|turned left|turned to the left|faces left|facing to the left|looks to the left|head turned left|head turned to the left|gazing left|looking off to the left|glancing left|looks left|turning left|facing the left|turned towards the left|gazing to the left|looking towards the left':
    says({ 'pose.yaw': -TURN }),
  '(facing|turned|looking|glancing) (slightly|a little|half) (to the right|right)|facing right|looking right|looking to the right|turned right|turned to the right|faces right|facing to the right|looks to the right|head turned right|head turned to the right|gazing right|looking off to the right|glancing right|looks right|turning right|facing the right|turned towards the right|gazing to the right|looking towards the right|looking aside|looking sideways|looking to the side|looking off to the side|facing sideways|looking away|facing away slightly|glancing sideways|facing the side|facing to the side|gazing off to the side|head turned|head turned to the side':
    says({ 'pose.yaw': TURN }),
  'looking to (her|his|their) left|turned to (her|his|their) left|facing (her|his|their) left': says({
    'pose.yaw': TURN,
  }),
  'looking to (her|his|their) right|turned to (her|his|their) right|facing (her|his|their) right': says({
    'pose.yaw': -TURN,
  }),
  'facing forward|facing forwards|front facing|facing the camera|looking at the camera|looking at camera|looking into the camera|straight on|head on|front view|facing the viewer|looking at the viewer|looking straight ahead|frontal|facing camera|facing front|looking straight at the camera|looking directly at the camera|straight at the camera|from the front|eye contact|looking straight at us|looking directly at the viewer|looking forward|frontal view|full face':
    says({ 'pose.yaw': 0 }),
  'side view|in profile|profile view|side profile|from the side|from behind|back view|back turned|over the shoulder|from above|from below|low angle|high angle|bird s eye view|over (her|his|their) shoulder|upside down|selfie angle|side on':
    elsewhere('not-drawn'),
  'look up|look upwards|look at the sky|looking at the sky|look into the sky|looking up|looks up|head up|gazing up|gazing upwards|looking upward|looking upwards|looking skyward|chin up|chin raised|head raised|head tilted back|eyes raised|looking to the sky|head held high':
    says({ 'pose.pitch': -8 }),
  'look down|look at the ground|looking at the ground|look at the floor|looking down|looks down|head down|gazing down|looking downward|looking downwards|head bowed|bowed head|chin down|eyes down|eyes downcast|eyes lowered|head lowered|gazing downwards|glancing down':
    says({ 'pose.pitch': 8 }),
  'head tilted|tilted head|head tilt|tilting (her|his|their) head|head tilted to the side|tilts (her|his|their) head|head cocked|head slightly tilted|slight head tilt|head tilted slightly|with a tilt of the head|head tilted to the right|cocked head':
    says({ 'pose.roll': 9 }),
  'head tilted to the left|head tilted left': says({ 'pose.roll': -9 }),

  'close up|closeup|close up portrait|close up shot|headshot|head shot|head and shoulders|face only|tight crop|just the face|head and shoulders portrait|portrait close up|tight portrait|close ups|extreme close up|head only':
    says({ 'pose.framing': 'close_up' }),
  'half body|half body shot|half length|waist up|from the waist up|upper body|half body portrait|torso shot|half figure|bust|bust portrait|bust shot|chest up|from the chest up|medium shot|half length portrait|mid shot|waist up portrait':
    says({ 'pose.framing': 'half_body' }),
  'full body|full body shot|full length|head to toe|whole body|entire body|full figure|full body portrait|full length portrait|full height|from head to toe|standing full body|full body view|wide shot':
    says({ 'pose.framing': 'full_body' }),
};
