import { prepareTemplates } from './databases.js';

export default prepareTemplates;
