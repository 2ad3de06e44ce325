import { byId, make } from './elements.js';
import { openSession } from './session.js';

const SECONDS_AN_HOUR = 3600;
const HOURS_A_MONTH = 730;

interface Assumptions {
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
function monthOf({ avatars, coreSeconds, pricePerCoreHour, busy, accepted, charge }: Assumptions) {
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

const source = byId('calculator-source', HTMLParagraphElement);

/** Takes over what the account's avatars of the last 30 days really cost. */
async function useMeasuredCost(): Promise<void> {
  const { data } = await (await openSession()).api.GET('/v1/analytics');
  const made = data?.rows.filter(({ succeeded }) => succeeded > 0) ?? [];
  const avatars = made.reduce((sum, { succeeded }) => sum + succeeded, 0);
  if (avatars === 0) return;
  const cost = made.reduce((sum, row) => sum + row.cost, 0) / avatars;
  const seconds = (cost / Math.max(1e-9, numberIn('calc-price'))) * SECONDS_AN_HOUR;
  byId('calc-seconds', HTMLInputElement).value = seconds.toFixed(2);
  source.textContent = `The core-seconds are the mean of your ${avatars} avatars of the last 30 days, at the price of a core-hour below.`;
  show();
}

source.textContent = 'Set your own numbers. What your avatars took is filled in once there are some.';
byId('calculator-form', HTMLFormElement).addEventListener('input', show);
show();
// Without a key there is nothing measured, and the calculator does its work all the same.
useMeasuredCost().catch(() => undefined);
