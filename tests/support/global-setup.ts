import { prepareTemplates } from './databases.js';
import { placeGlobals } from './test-runner.js';

export default function (): Promise<void> {
  placeGlobals();
  return prepareTemplates();
}
