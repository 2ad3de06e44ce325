export { askRunningServer, serveControl } from './control-socket.js';
export { runKeysCommand } from './run-keys-command.js';
