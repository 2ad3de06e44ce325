/**
 * A conversation by rules, and with a language model for what they do not understand. Run:
 * `npx tsx examples/06-conversation/with-a-model.ts "a man with a grey beard" "in anime style" "mit dem Meer dahinter"`
 *
 * With an endpoint that speaks as OpenAI's does, of your own or anybody's, the third message is understood too:
 * `AVATAR_INTERPRETER_URL=http://127.0.0.1:11434/v1 AVATAR_INTERPRETER_MODEL=… AVATAR_INTERPRETER_KEY=…`
 */
import {
  advanced,
  applyEdits,
  chatCompletionsInterpreter,
  EMPTY_STATE,
  understandMessage,
} from '@avatar/conversation';

const {
  AVATAR_INTERPRETER_URL: baseUrl,
  AVATAR_INTERPRETER_MODEL: model = '',
  AVATAR_INTERPRETER_KEY: apiKey,
} = process.env;
const interpret = baseUrl === undefined ? undefined : chatCompletionsInterpreter({ baseUrl, model, apiKey });

let state = EMPTY_STATE;
for (const message of process.argv.slice(2)) {
  const reading = await understandMessage(message, state, {
    ...(interpret && { interpret }),
    // The rules' question is the answer then.
    onFailure: (error) => console.error(`not interpreted: ${String(error)}`),
  });
  console.log(`> ${message}`);
  if (reading.kind === 'change') {
    state = advanced(state, applyEdits(state.now, reading.edits), state.now.recipe.subject !== undefined);
    console.log(JSON.stringify(reading.edits));
  } else if (reading.kind === 'ask') {
    const { question, options } = reading.pending;
    state = { ...state, pending: reading.pending };
    console.log([question, ...options.map(({ label }, at) => `${at + 1}. ${label}`)].join('\n'));
  } else console.log(reading.kind === 'say' || reading.kind === 'refuse' ? reading.text : reading.kind);
}
console.log(JSON.stringify(state.now));
