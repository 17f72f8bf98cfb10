// `npm run federation:example`: the subgraph of this folder, and the federation with it.
import { spawn } from 'node:child_process';
import { startProcurement } from './procurement.js';

const { url, stop } = await startProcurement(4011);
const federation = spawn('npm', ['run', 'federation', '--', '--subgraph', `procurement=${url}`], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => federation.kill(signal));
federation.on('exit', async (code) => {
  await stop();
  process.exitCode = code ?? 0;
});
