import type { Command } from 'commander';
import type { DescribeFlags } from '../describe/describe.js';
import type { Session } from '../session.js';
import { addExamples } from './help-and-voice.js';
import { parseInteger } from './option-values.js';

export function addDescribe(program: Command, io: Session, exitWith: (code: number) => void): void {
  const command = program
    .command('describe')
    .description('Tell what words say about a person, as a character. Nothing is drawn.')
    .argument('[text]', 'the description, up to 2,000 characters', '')
    .option('--age <age>', 'Young Adult, Early Middle Age, Late Middle Age or Senior')
    .option('--gender <gender>', 'Woman or Man')
    .option('--ethnicity <ethnicity>', 'a broad prior for skin and hair, such as "South Asian"')
    .option('--orientation <orientation>', 'square, horizontal or vertical')
    .option('--pose <pose>', 'half_body, close_up or full_body')
    .option('--style <style>', 'Realistic, Pixar, Cinematic, Vintage, Noir or Cyberpunk')
    .option('--appearance <text>', 'more words, read before the text')
    .option('--name <name>', 'says nothing about looks')
    .option('--locale <language>', 'language of the text; only en so far')
    .option('--seed <number>', 'chooses within the prior of --ethnicity', parseInteger)
    .option('--json', 'print one JSON object')
    .action(async (text: string, flags: DescribeFlags) => {
      const { describe } = await import('../describe/describe.js');
      describe(text, flags, io, exitWith);
    });
  addExamples(command, [
    'avatar describe "a woman in her sixties with a silver bob"',
    'avatar describe "a bearded man in a suit" --json > him.json',
  ]);
}
