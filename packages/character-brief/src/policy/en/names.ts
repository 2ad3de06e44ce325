import { listed } from './listed.js';

/** Names by which living people are known to many, in plain words. */
export const KNOWN_PEOPLE: readonly string[] = listed(`
    trump, donald trump, biden, joe biden, obama, barack obama, michelle obama, kamala harris,
    hillary clinton, bill clinton, putin, vladimir putin, zelensky, zelenskyy, merkel, angela merkel,
    macron, emmanuel macron, olaf scholz, netanyahu, erdogan, modi, narendra modi, xi jinping,
    kim jong un, boris johnson, keir starmer, rishi sunak, justin trudeau, trudeau, bolsonaro, milei,
    meloni, giorgia meloni, berlusconi, von der leyen, elon musk, musk, bill gates, mark zuckerberg,
    zuckerberg, jeff bezos, bezos, sam altman, steve jobs, tim cook, greta thunberg, greta, malala,
    king charles, prince harry, prince william, meghan markle, kate middleton, pope francis,
    dalai lama, taylor swift, beyonce, rihanna, kanye, kanye west, kim kardashian, kylie jenner,
    justin bieber, selena gomez, ariana grande, lady gaga, madonna, oprah, oprah winfrey, brad pitt,
    tom cruise, angelina jolie, scarlett johansson, emma watson, will smith, leonardo dicaprio,
    johnny depp, amber heard, serena williams, messi, ronaldo, lebron james, joe rogan, andrew tate,
    jk rowling, j k rowling, stephen hawking, mr beast, mrbeast, pewdiepie, billie eilish, drake
  `);
/** First names that make two capitalised words the name of somebody. */
export const FIRST_NAMES: readonly string[] = listed(`
    james, john, robert, michael, william, david, richard, joseph, thomas, charles, christopher,
    daniel, matthew, anthony, mark, donald, steven, paul, andrew, joshua, kenneth, kevin, brian,
    george, edward, ronald, timothy, jason, jeffrey, ryan, jacob, gary, nicholas, eric, jonathan,
    stephen, larry, justin, scott, brandon, benjamin, samuel, gregory, frank, alexander, raymond,
    patrick, jack, dennis, jerry, peter, simon, martin, mary, patricia, jennifer, linda, elizabeth,
    barbara, susan, jessica, sarah, karen, lisa, nancy, betty, sandra, margaret, ashley, kimberly,
    emily, donna, michelle, carol, amanda, melissa, deborah, stephanie, rebecca, laura, sharon,
    cynthia, kathleen, amy, angela, shirley, anna, brenda, pamela, emma, nicole, helen, samantha,
    katherine, christine, rachel, carolyn, janet, maria, heather, diane, julie, olivia, joyce,
    victoria, anne, claire, sophie, chloe, lucy, kate, alice, jane, mohammed, muhammad, ahmed, ali,
    fatima, jose, carlos, juan, luis, pedro, ivan, wei, raj, priya, hans, klaus, pierre, jean,
    giovanni, marco, olga, yuki, hiroshi
  `);
/** What makes a picture of somebody one that demeans them. */
export const DEMEANING: readonly string[] = listed(`
    ugly, stupid, idiot, idiotic, moron, dumb, fat pig, pig, rat, monkey, ape, gorilla, clown,
    cockroach, vermin, disgusting, pathetic, humiliated, humiliating, degraded, degrading, loser,
    diaper, diapers, nappy, behind bars, in prison, in jail, in handcuffs, handcuffed, crying baby,
    as a baby, in chains, on a leash, begging, grovelling, groveling, retard, retarded, demon, devil,
    satan, drunk, drooling, vomiting, dead, corpse, beheaded, hanged, beaten up, bruised, mocking,
    mock, mocked, ridicule, ridiculous, make fun of, making fun of, insult, caricature, grotesque,
    deformed, filthy, slave, puppet, traitor, criminal, terrorist, whore, bitch, trash, garbage,
    covered in mud, covered in dung, poop, shit, toilet
  `);
export const HARMLESS: readonly string[] = listed(`
    ugly christmas sweater, ugly sweater, ugly christmas jumper, ugly jumper, pig tails, clown fish,
    rat tail, dead straight, dead straight hair, trash polka, puppet master show
  `);
