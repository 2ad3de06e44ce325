import { HOWS, type How } from './case.js';
import { KINDS, type Kind } from './requests.js';
import type { Done } from './results.js';

const WORDS: Readonly<Record<How, string>> = {
  cut: 'connection lost',
  away: 'database away for 2.5 s',
  kill: 'server killed',
};

/** The whole of it as Markdown. */
export function tableOf(results: readonly Done[]): string {
  // In the order in which they were said: at every statement the connection is cut.
  const done = HOWS.flatMap((how) => results.filter(({ point }) => point.how === how));
  return [...summary(done), ...KINDS.flatMap((kind) => ofKind(kind, done)), ''].join('\n');
}

function summary(done: readonly Done[]): string[] {
  const head = [
    'Request',
    'Hit by',
    'Points',
    'Right',
    'Not reached',
    'Asked again',
    'Interrupted runs',
    'Left for the sweep',
  ];
  const rows = KINDS.flatMap((kind) =>
    HOWS.map((how) => {
      const some = done.filter(({ point }) => point.kind === kind && point.how === how);
      const fired = some.filter(({ result }) => result.hasFired);
      return [
        kind,
        WORDS[how],
        some.length,
        fired.filter(({ result }) => result.faults.length === 0).length,
        some.length - fired.length,
        fired.filter(({ result }) => result.tries.length > 1).length,
        sum(fired.map(({ result }) => result.interrupted)),
        sum(fired.map(({ result }) => result.leftForSweep)),
      ];
    }),
  );
  return [...table(head, rows), ''];
}

/** A line for every statement, with what became of the request at each of its points. */
function ofKind(kind: Kind, all: readonly Done[]): string[] {
  const done = all.filter(({ point }) => point.kind === kind);
  const hits = HOWS.flatMap((how) => (['before', 'after'] as const).map((when) => ({ how, when })));
  const head = ['Statement', 'Times', ...hits.map(({ how, when }) => `${how} ${when}`)];
  const rows = [...new Set(done.map(({ point }) => point.label))].map((label) => {
    const some = done.filter(({ point }) => point.label === label);
    const isPoll = some.some(({ point }) => point.onlyChanges);
    return [
      `${label}${isPoll ? ' (poll)' : ''}`,
      Math.max(...some.map(({ point }) => point.occurrence)),
      ...hits.map(({ how, when }) =>
        outcome(some.filter(({ point }) => point.how === how && point.when === when)),
      ),
    ];
  });
  return [`## ${kind}`, '', ...table(head, rows), ''];
}

function outcome(some: readonly Done[]): string {
  if (some.length === 0) return '';
  const fired = some.filter(({ result }) => result.hasFired);
  const right = fired.filter(({ result }) => result.faults.length === 0).length;
  const missed = some.length - fired.length;
  const words = [right > 0 && `${right} right`, fired.length > right && `**${fired.length - right} WRONG**`];
  return [...words, missed > 0 && `${missed} not reached`].filter((word) => word !== false).join(', ');
}

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
