import { dropTemplates } from './databases.js';

export default dropTemplates;
