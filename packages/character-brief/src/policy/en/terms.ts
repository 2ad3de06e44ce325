import { listed } from './listed.js';

/**
 * Each list holds phrases in plain words. `*` at the end stands for any ending. What is in `but` is taken out of the
 * text before.
 */
export interface PolicyTerms {
  readonly terms: readonly string[];
  readonly but: readonly string[];
}

const CLOTHES = listed(`
    clothes, clothing, clothing items, shirt, dress, top, bra, underwear, pants, trousers, skirt,
    blouse, bikini, swimsuit, outfit, everything
  `);
const TAKING_OFF = listed(`
    remove, removes, removing, take off, takes off, taking off, pull off, rip off, tear off, lose,
    without, ditch
  `);
const OWNERS = listed(`
    , her , his , their , my , your , the , all , all her , all his , all their , all my , any
  `);

const takenOff = TAKING_OFF.flatMap((verb) =>
  OWNERS.flatMap((owner) =>
    CLOTHES.filter(
      (garment) =>
        verb !== 'without' || ['clothes', 'clothing', 'bra', 'underwear', 'pants'].includes(garment),
    ).map((garment) => [verb, owner, garment].filter((part) => part !== '').join(' ')),
  ),
);

export const UNDRESSING: PolicyTerms = {
  terms: [
    ...listed(`
    naked, nakedness, nude, nudes, nudity, nudist, nudie, nudify, nudified, topless, bottomless,
    braless, pantyless, undress, undressed, undresses, undressing, unclothed, unclad, disrobe,
    disrobed, disrobing, deepnude, stripping, stripper, striptease, strip tease, strip down,
    strip her, strip him, strip them, strip naked, stripped naked, stripped down, stripped off,
    strips off, no clothes, no clothing, no bra, no underwear, no pants on, wearing nothing,
    nothing on, clothes off, clothes removed, half dressed, in the nude, in the buff, birthday suit,
    see through, x ray clothes, bare breast, bare breasts, bare breasted, barebreasted, bare bottom,
    bare butt, bare bum, bare ass, upskirt, downblouse, lingerie, panties, thong, g string,
    unzipped pants, flashing her, wardrobe malfunction, nip slip, only a towel, just a towel,
    wearing only, shirtless, bare chested, bare chest, no shirt, no top, shirt off, without a shirt,
    without shirt, without a top
  `),
    ...takenOff,
  ],
  but: listed(`
    naked eye, naked mole rat, nude lipstick, nude lips, nude lip, nude lip gloss, nude lip colour,
    nude lip color, nude makeup, nude make up, nude nails, nude nail polish, nude heels, nude pumps,
    nude shoes, nude tone, nude tones, nude shade, nude shades, nude palette, nude eyeshadow,
    nude eye shadow, nude colour, nude color, nude coloured, nude colored, nude pink, nude beige,
    nude gloss, see through visor, see through glasses, see through lenses, see through frames,
    wearing only a little, wearing only light, wearing only minimal
  `),
};

export const SEXUAL: PolicyTerms = {
  terms: listed(`
    sex, sexual, sexually, sexualised, sexualized, sexting, porn*, p0rn, prn, xxx, nsfw, hentai,
    ecchi, ahegao, futanari, erotic*, fetish*, bdsm, bondage, orgasm*, orgy, masturbat*, blowjob,
    blow job, handjob, hand job, cum, cumshot, cumming, creampie, ejaculat*, penis, penises, vagina*,
    vulva, clitoris, genital*, scrotum, testicles, dildo*, vibrator, boob, boobs, booby, boobies,
    tits, titties, titty, nipple, nipples, areola*, breasts, busty, big breasted, huge bust, milf,
    dilf, gilf, slut, sluts, slutty, whore, whores, hooker, prostitute, dominatrix, horny, aroused,
    erection, boner, camel toe, cameltoe, gangbang, threesome, anal, cock, cocks, dick pic, dick pics,
    big dick, huge dick, his dick, her dick, hard dick, a dick, pussy, pussies, cunt, fuck me,
    fucking her, fucking him, fucked by, fuckable, rule 34, rule34, onlyfans, r34, intercourse,
    making love, twerking, jerking off, bukkake, deepthroat, rape, raped, raping, rapist, incest,
    bestiality, zoophilia, lewd, smut, smutty
  `),
  but: listed(`
    sex male, sex female, sex m, sex f, sex man, sex woman, sex unknown, sex unspecified, fair sex,
    opposite sex, same sex, sex and the city, either sex, male sex, female sex, biological sex,
    cum laude, pussy bow, pussy cat, pussy willow, cock of the walk, blue footed booby, booby trap,
    vibrator mobile, anal retentive, great tits bird, blue tits
  `),
};

/** People under age. */
export const MINORS: PolicyTerms = {
  terms: listed(`
    child, children, childlike, kid, kids, toddler, baby, infant, teen, teens, teenage, teenaged,
    teenager, preteen, tween, adolescent, underage, minors, schoolgirl, schoolgirls, school girl,
    schoolboy, school boy, school uniform, schoolchild, little girl, little girls, little boy,
    little boys, young girl, young girls, young boy, young boys, small girl, small boy, kindergarten*,
    primary school, middle school, middle schooler, high schooler, high school girl,
    high school student, pubescent, prepubescent, jailbait, daughter, barely legal, is a minor,
    of a minor, lolita
  `),
  but: listed(`
    baby blue, baby pink, baby face, baby faced, baby hair, baby hairs, baby doll, baby fat,
    baby shark, baby smooth, baby yoda, kid gloves, inner child, child of the sun, baby bangs,
    baby boomer, lolita dress, lolita fashion, lolita style, gothic lolita, sweet lolita,
    lolita outfit
  `),
};

/** Never drawn, whatever else is said. */
export const ALWAYS_MINORS: PolicyTerms = {
  terms: listed(`
    loli, lolis, lolicon, shota, shotacon, jailbait, child porn, kiddie porn, kiddy porn, pedo*,
    paedo*, csam, toddlercon, cunny
  `),
  but: [],
};

/** Harmless for grown-ups, refused beside words for people under age. */
export const SUGGESTIVE: PolicyTerms = {
  terms: listed(`
    sexy, sexier, seductive, seductively, seducing, sensual, sultry, provocative, provocatively,
    naughty, hot, bikini, swimsuit, swimwear, bathing suit, underwear, bra, cleavage, shirtless,
    skimpy, revealing, fishnet, fishnets, stockings, garter, flirty, flirting, kinky, bedroom eyes,
    in bed, on a bed, spread legs, legs spread, curvy, thighs, voluptuous, tight clothes, short skirt,
    miniskirt, mini skirt, wet, suggestive, suggestively, tempting, desirable, bare chested,
    bare chest, barely dressed, scantily, babydoll, leather harness, collar and leash, leash,
    maid outfit, french maid
  `),
  but: listed(`
    hot pink, hot chocolate, hot dog, hot tea, kinky hair, kinky curly, kinky curls, wet look,
    hot air balloon, wet hair, kinky coily
  `),
};

export const HATE: PolicyTerms = {
  terms: listed(`
    swastika*, nazi, nazis, nazism, neo nazi, neonazi, third reich, ss uniform, ss officer, ss runes,
    ss bolts, waffen ss, gestapo, hitler, heil, sieg heil, totenkopf, sonnenrad, hakenkreuz,
    wolfsangel, 1488, 14 88, white power, white pride, white supremac*, aryan, kkk, ku klux, klansman,
    klan hood, klan robe, klan robes, klan, burning cross, blackface, black face paint, yellowface,
    brownface, confederate flag, rebel flag shirt, isis flag, isis fighter, isis soldier,
    suicide bomber, suicide vest, nigger*, nigga*, kike, kikes, spic, spics, chink, chinks, gook,
    gooks, wetback, wetbacks, faggot*, tranny, trannies, raghead, ragheads, towelhead, towelheads,
    golliwog, paki, pakis, pickaninny, sambo, untermensch, subhuman, gas the, race war, holohoax,
    race traitor, white genocide, mammy caricature, racist caricature, jewish caricature,
    happy merchant, shylock
  `),
  but: listed(`
    chink in the armor, chink in the armour, chink in his armor, chink in his armour,
    chink in her armour, chink in her armor, chink of light, klan chieftain, grammar nazi, soup nazi
  `),
};

/** A group of people beside a word that demeans it. */
export const GROUPS: readonly string[] = listed(`
    jew, jews, jewish, muslim, muslims, black people, blacks, black man, black woman, asian, asians,
    arab, arabs, mexican, mexicans, immigrant, immigrants, migrant, migrants, refugee, refugees, gay,
    gays, lesbian, lesbians, trans person, trans people, trans woman, trans man, african, africans,
    indian, indians, chinese, roma, gypsy, gypsies, disabled person, homeless person
  `);
export const GROUP_INSULTS: readonly string[] = listed(`
    dirty, filthy, greedy, stupid, savage, primitive, inferior, vermin, monkey, ape, gorilla, rat,
    rats, cockroach, thug, terrorist, criminal, disgusting, subhuman, ugly, lazy, barbaric,
    uncivilised, uncivilized
  `);
