import type { GrammarSense, NounSense, Sense, UnsupportedReason } from '../lexicon/sense.js';
import type { Domain } from '../meaning/domain.js';
import type { Item } from './items.js';
import { accepts, aloneSets, findingOf, type Finding, type Mention, type Modifier } from './mention.js';
import { Negation } from './negation.js';
import { reportMentions, type Leftover } from './report-mentions.js';
import type { Word } from './words.js';

const HAIRY: readonly Domain[] = ['beard', 'facial_hair', 'brows'];

/** What says something only of the garment before it. */
const ON_CLOTHES: readonly Domain[] = ['trim', 'pattern'];
const DRESSED: readonly Domain[] = ['clothing', 'tie', 'headwear', 'hat', ...ON_CLOTHES];

/** Goes through the items of a text once and finds which words belong together. */
export class Reader {
  readonly findings: Finding[] = [];
  readonly leftovers: Leftover[] = [];
  readonly mentions: Mention[] = [];
  readonly #words: readonly Word[];
  readonly #negation: Negation;
  /** Modifiers whose noun has not come yet. */
  #run: Modifier[] = [];
  /** Words that nobody knows since the last joint. */
  #unknown: Item[] = [];
  /** The noun before, in the same sentence. */
  #left: Mention | undefined;
  /** Nothing but filler stands between that noun and here. */
  #near = false;
  /** "is" stands between that noun and here. */
  #predicate = false;
  #joined = false;
  #parted = false;
  #place = false;
  /** After "with", "wearing" and the like: what is unknown there was meant. */
  #marked = false;

  constructor(words: readonly Word[], items: readonly Item[]) {
    this.#words = words;
    this.#negation = new Negation(words, items);
    items.forEach((item, at) => this.#read(item, at));
    this.#part();
    const reported = reportMentions(this.mentions);
    this.findings.push(...reported.findings);
    this.leftovers.push(...reported.leftovers);
  }

  #read(item: Item, at: number): void {
    this.#gap(item, at);
    const { sense } = item;
    if (sense === undefined) {
      this.#unknown.push(item);
      return;
    }
    switch (sense.as) {
      case 'colour':
      case 'shade':
      case 'quality':
        if (this.#unknown.length > 0) this.#settle();
        this.#run.push({ sense, item, joined: this.#joined, parted: this.#parted });
        break;
      case 'noun':
        this.#noun(sense, item);
        break;
      case 'says':
        this.#says(sense, item);
        break;
      case 'undrawn':
        if (!this.#negation.holds()) this.#leave(item, sense.reason);
        return;
      default:
        this.#grammar(sense, item, at);
        return;
    }
    this.#joined = false;
    this.#parted = false;
  }

  /** What the sign before an item ends. */
  #gap(item: Item, at: number): void {
    const { gap } = this.#words[item.from];
    if (gap === 'none' || gap === 'hyphen') return;
    if (gap === 'colon') {
      this.#settle();
      this.#predicate = this.#left !== undefined;
      return;
    }
    this.#place = false;
    const goesOn =
      gap === 'comma' && this.#unknown.length === 0 && isModifier(item.sense) && !this.#predicate;
    if (!goesOn) this.#settle();
    this.#negation.sign(gap, at);
    this.#near = false;
    this.#parted = true;
    if (gap !== 'comma') {
      this.#part();
      this.#left = undefined;
      this.#predicate = false;
    }
    this.#marked = this.#marked && gap === 'comma';
  }

  #grammar(sense: GrammarSense, item: Item, at: number): void {
    switch (sense.as) {
      case 'filler':
        return;
      case 'determiner':
        this.#settle();
        this.#predicate = false;
        if (sense.sets)
          this.findings.push({ sets: sense.sets, from: item.from, to: item.to, negative: false });
        break;
      case 'and':
      case 'or':
        this.#joined = true;
        if (this.#unknown.length > 0) this.#settle();
        if (sense.as === 'and') this.#negation.and(at);
        return;
      case 'but':
        this.#part();
        this.#negation.end();
        break;
      case 'is':
        this.#settle();
        this.#predicate = this.#left !== undefined;
        break;
      case 'has':
        this.#part();
        this.#negation.has(at);
        this.#marked = true;
        this.#place = false;
        break;
      case 'place':
        this.#settle();
        this.#predicate = false;
        this.#near = false;
        this.#place = true;
        this.#marked = false;
        break;
      case 'no':
      case 'without':
        this.#part();
        if (!this.#denies(item, at)) this.#negation.begin(sense.as, at);
        break;
    }
    this.#joined = false;
  }

  /** "glasses: none" denies the noun before. */
  #denies(item: Item, at: number): boolean {
    const last = !this.#negation.goesOnAfter(at);
    if (!last || !this.#left || !this.#words[item.from].text.startsWith('no')) return false;
    this.#left.negated = true;
    return true;
  }

  #noun(noun: NounSense, item: Item): void {
    const mention: Mention = {
      noun,
      item,
      from: Math.min(
        item.from,
        ...this.#unknown.map(({ from }) => from),
        ...this.#run.map((each) => each.item.from),
      ),
      bound: [],
      negated: false,
      isPlace: this.#place && noun.sets === undefined,
    };
    if (this.#joined && this.#run.length > 0 && this.#near && this.#left) this.#settle();
    if (this.#predicate && this.#left && this.#run.some(({ joined }) => joined)) this.#settleJoined();
    this.#bindRight(mention);
    if (ON_CLOTHES.includes(noun.domain) && !DRESSED.includes(this.#left?.noun.domain ?? 'person')) return;
    mention.negated = this.#negation.holds();
    const { bound } = this.#left ?? {};
    if (this.#joined && bound && mention.bound.length === 0 && !mention.noun.colours)
      this.#shareColour(this.#left?.noun.domain, bound, mention);
    this.mentions.push(mention);
    this.#left = mention;
    this.#near = true;
    this.#predicate = false;
    this.#place = false;
  }

  /** "grey hair and beard": both are grey. */
  #shareColour(domain: Domain | undefined, bound: readonly Modifier[], mention: Mention): void {
    if (domain !== 'hair' || !HAIRY.includes(mention.noun.domain)) return;
    mention.bound.push(...bound.filter((modifier) => modifier.sense.as === 'colour').slice(0, 1));
  }

  #says(sense: Extract<Sense, { as: 'says' }>, item: Item): void {
    if (sense.sets.expression === undefined) this.#settle();
    else this.#run = [];
    const finding = findingOf(sense, item, this.#negation.holds());
    if (finding) this.findings.push(finding);
    this.#unknown = [];
    this.#place = false;
  }

  /** Gives the run to the noun that follows it; what it does not take goes to the left, or stands alone. */
  #bindRight(mention: Mention): void {
    const several = this.#run.some(({ joined, sense }) => joined && sense.as === 'colour');
    const lastColour = this.#run.findLastIndex(({ sense }) => sense.as === 'colour' || sense.as === 'shade');
    const elsewhere = mention.noun.domain === 'elsewhere';
    const refused: Modifier[] = [];
    this.#run.forEach((modifier, at) => {
      const earlier = modifier.sense.as === 'colour' && at < lastColour && !several && !elsewhere;
      if (!earlier && accepts(mention, modifier)) mention.bound.push(modifier);
      else refused.push(modifier);
    });
    // Nothing is said of hair that is not there: "a stocky bald man".
    const isPerson = mention.noun.domain === 'person' || mention.noun.sets?.['hair.style'] === 'bald';
    for (const modifier of refused) {
      const comma = this.#run.slice(this.#run.indexOf(modifier) + 1).some(({ parted }) => parted);
      this.#turnBack(modifier, comma, isPerson);
    }
    if (this.#unknown.length > 0 && !elsewhere && !isPerson) this.#leaveUnknown();
    this.#run = [];
    this.#unknown = [];
  }

  /**
   * A modifier that the noun after it does not take: behind a comma it belongs to the noun before, or it says
   * something about the person, or it is left over.
   */
  #turnBack(modifier: Modifier, comma: boolean, ofPerson: boolean): void {
    const left = this.#left;
    const alone = comma || ofPerson ? aloneSets(modifier) : undefined;
    if (alone) this.#alone(modifier);
    else if (comma && left && left.noun.domain !== 'elsewhere' && accepts(left, modifier))
      left.bound.push(modifier);
    else if (!isAge(modifier))
      this.#leave(modifier.item, ofPerson && modifier.sense.as === 'colour' ? 'origin' : 'unknown');
  }

  /** Nothing follows that could take the run: it belongs to the left. */
  #settle(): void {
    const run = this.#run;
    this.#run = [];
    if (this.#unknown.length > 0) {
      if (this.#marked) this.#leaveUnknown(run[0]?.item.from);
      else for (const modifier of run) this.#alone(modifier);
      this.#unknown = [];
      return;
    }
    for (const modifier of run) {
      const left = this.#left;
      const own = this.#near || this.#predicate;
      const alone = own ? undefined : aloneSets(modifier);
      if (this.#negation.holds()) this.#leave(modifier.item, 'unknown');
      else if (alone) this.#alone(modifier);
      else if (left && left.noun.domain !== 'elsewhere' && accepts(left, modifier)) left.bound.push(modifier);
      else if (left?.noun.domain !== 'elsewhere' && !this.#alone(modifier))
        this.#leave(modifier.item, 'unknown');
    }
  }

  #alone(modifier: Modifier): boolean {
    const sets = aloneSets(modifier);
    if (sets && !this.#negation.holds())
      this.findings.push({ sets, from: modifier.item.from, to: modifier.item.to, negative: false });
    return sets !== undefined;
  }

  /** "short and blue eyes" after "his hair is": what stands before the "and" belongs to the left. */
  #settleJoined(): void {
    const at = this.#run.findLastIndex(({ joined }) => joined);
    const right = this.#run.slice(at);
    this.#run = this.#run.slice(0, at);
    this.#settle();
    this.#run = right;
  }

  /** A joint: what was open is settled, and unknown words that were meant are left over. */
  #part(): void {
    this.#settle();
    this.#near = false;
    this.#predicate = false;
    this.#joined = false;
    this.#marked = false;
  }

  #leaveUnknown(from = this.#unknown[0].from): void {
    if (this.#negation.holds()) return;
    this.leftovers.push({
      from: Math.min(from, this.#unknown[0].from),
      to: this.#unknown[this.#unknown.length - 1].to,
      reason: 'unknown',
    });
  }

  #leave({ from, to }: Item, reason: UnsupportedReason): void {
    this.leftovers.push({ from, to, reason });
  }
}

const isModifier = (sense: Sense | undefined): boolean =>
  sense?.as === 'colour' || sense?.as === 'shade' || sense?.as === 'quality';

const isAge = ({ sense }: Modifier): boolean =>
  sense.as === 'quality' && ['young', 'old', 'middle_aged'].includes(sense.quality);
