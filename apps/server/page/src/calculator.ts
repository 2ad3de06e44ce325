import { byId, make } from './elements.js';

const SECONDS_AN_HOUR = 3600;
const HOURS_A_MONTH = 730;

export interface Assumptions {
  readonly avatars: number;
  readonly coreSeconds: number;
  readonly pricePerCoreHour: number;
  /** Share of the time that the cores have work, in (0, 1]. */
  readonly busy: number;
  /** Share of the avatars that people take, in [0, 1]. */
  readonly accepted: number;
  readonly charge: number;
}

/** What a month costs and brings, in US dollars. */
export function monthOf({ avatars, coreSeconds, pricePerCoreHour, busy, accepted, charge }: Assumptions) {
  const coreHours = (avatars * coreSeconds) / SECONDS_AN_HOUR / busy;
  const cost = coreHours * pricePerCoreHour;
  const revenue = avatars * accepted * charge;
  return {
    coreHours,
    cores: coreHours / HOURS_A_MONTH,
    cost,
    costPerAvatar: cost / avatars,
    revenue,
    margin: revenue - cost,
  };
}

const money = (value: number, digits = 2): string =>
  `${value < 0 ? '-' : ''}$${Math.abs(value).toFixed(digits)}`;
const numberIn = (id: string): number => Number(byId(id, HTMLInputElement).value);

function show(): void {
  const month = monthOf({
    avatars: Math.max(1, numberIn('calc-avatars')),
    coreSeconds: numberIn('calc-seconds'),
    pricePerCoreHour: numberIn('calc-price'),
    busy: Math.max(0.01, numberIn('calc-busy') / 100),
    accepted: numberIn('calc-accepted') / 100,
    charge: numberIn('calc-charge'),
  });
  const rows: readonly (readonly [string, string])[] = [
    ['Core-hours', month.coreHours.toFixed(1)],
    ['Cores, on average', month.cores.toFixed(2)],
    ['Cost of an avatar', money(month.costPerAvatar, 6)],
    ['Cost', money(month.cost)],
    ['Revenue', money(month.revenue)],
    ['Margin', money(month.margin)],
  ];
  const [body] = byId('calculator-table', HTMLTableElement).tBodies;
  body.replaceChildren(
    ...rows.map(([name, value]) => make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, value))),
  );
}

/** @param measured core-seconds of an avatar on this server and dollars for a core-hour, where they are known */
export function startCalculator(): void {
  byId('calculator-form', HTMLFormElement).addEventListener('input', show);
  byId('calculator-source', HTMLParagraphElement).textContent =
    'Set your own numbers. Once this page has made an avatar, its processor time is filled in.';
  show();
}

/** Takes over what an avatar really cost. */
export function useMeasuredCost(cost: number): void {
  const seconds = (cost / Math.max(1e-9, numberIn('calc-price'))) * SECONDS_AN_HOUR;
  byId('calc-seconds', HTMLInputElement).value = seconds.toFixed(2);
  byId('calculator-source', HTMLParagraphElement).textContent =
    'The core-seconds are those of your last avatar, at the price of a core-hour above.';
  show();
}
