const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Words that wish for nothing by themselves, by their family. Those of descriptions are known elsewhere. */
const FAMILIES = [
  // greetings, thanks, haste
  words(`hi hello hey heya hiya yo dear cheers thx thanks thank ty please plz pls kindly sorry pardon excuse oops
    btw asap fyi tbh imo imho anymore save saved saving mean meaning lol haha hahaha hehe lmao rofl omg wow hm hmm hmmm mh mhm uh um uhm er eh ah oh ooh
    aha ha well ok okay k alright right sure yes yeah yep yup no nope nah nvm wait hold hang actually anyway anyways
    basically literally honestly seriously obviously clearly probably possibly definitely certainly absolutely exactly
    simply only just quick quickly fast soon later time once twice first firstly lastly finally next`),
  // asking and wishing
  words(`want wants wanted wanting suitable preferred preferable everyone thinks describe wee option options annual report thumbnail wish wishes wished need needs needed would could should can cannot may might must
    shall will try tries trying tried attempt let lets help possible possibly able manage mind trouble bother hope
    hoping wonder wondering think thinking thought guess suppose believe feel feels know knows ask asked asking tell
    told say says said mean means meant idea ideas question favour favor love loved like liked prefer prefers rather
    appreciate glad happy go goes going went come comes came keep keeps kept leave start starting begin apply set
    switch swap update edit adjust tweak modify improve fix correct redo render process produce prepare turn turned
    become becomes remove delete add stay stays remain seem seems appear appears look looks looking looked give send
    sent sending upload uploaded attached attach got get gets use used using pick picked choose chose select
    selected happen happens work works working worked finish finished ready wear replace change changed
    convert transform`),
  // pronouns, articles, joints
  words(`i me my mine myself you your yours yourself he him his she her hers it its itself we us our ours they them
    their theirs this that these those there here who whom whose which what when where why how whether while because
    cause cuz coz since so though although however instead besides except unless until till as than then too also
    either neither nor or and but if else both each every all any some none nothing something anything everything
    someone anyone everyone everybody nobody somebody thing things stuff bit little lot lots much many more most less
    least few several enough quite very really super pretty totally completely kinda sorta kind sort type way ways
    somehow somewhat slightly maybe perhaps about around almost nearly even still yet again ever never always often
    sometimes usually today tonight tomorrow yesterday now currently before after afterwards the a an of to in on at
    by for from with without into onto over under up down out off per via am is are was were be been being do does
    did done doing have has had having not dont doesnt didnt isnt arent wasnt werent wont wouldnt shouldnt couldnt
    cant im ive id ill youre youve hes shes theyre weve whats thats theres heres where's what's that's there's it's
    i'm i've i'd i'll you're he's she's they're let's vs etc`),
  // the picture itself, and who asks for it
  words(`avatar avatars picture pictures pic pics photo photos photograph image images img selfie selfies portrait
    shot profile pfp dp icon version versions variation result results one ones everything rest other others another
    same different new old original current previous last latest final style styles look looks looking
    effect effects person people guy man woman face head me expression pose mood vibe vibes feel feeling aesthetic
    atmosphere background backdrop behind front light lighting colour color colours colors tone tones shade shades
    bg`),
  // judgements
  words(`good better best great nice nicer lovely beautiful pretty gorgeous awesome amazing perfect fine excellent cool cute
    fun funny interesting bad worse worst ugly weird strange odd wrong off terrible awful horrible boring plain simple
    fancy okayish decent proper properly normal natural naturally real really clean crisp neat polished modern stylish
    elegant classy classic trendy premium quality high detailed detail recognisable recognizable likeness similar
    slight slightly touch hint tiny big huge strong strongly clear sharp`),
] as const;

const CHATTER: ReadonlySet<string> = new Set(FAMILIES.flat());

/** Whether a word in lower case wishes for nothing by itself. */
export const isChatter = (word: string): boolean =>
  CHATTER.has(word) || CHATTER.has(word.replace(/'s$|'$/, '')) || word.length === 1;
