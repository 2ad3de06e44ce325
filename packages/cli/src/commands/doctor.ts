import type { Command } from 'commander';
import type { Session } from '../session.js';
import { addExamples } from './help-and-voice.js';

export function addDoctor(
  program: Command,
  version: string,
  io: Session,
  exitWith: (code: number) => void,
): void {
  const command = program
    .command('doctor')
    .description('Tell what this installation consists of, and what it lacks.')
    .option('--json', 'print one JSON object')
    .action(async (flags: { json?: boolean }) => {
      const { doctor } = await import('../doctor/doctor.js');
      await doctor(flags, version, io, exitWith);
    });
  addExamples(command, ['avatar doctor', 'avatar doctor --json']);
}
