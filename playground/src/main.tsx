import { createRoot } from 'react-dom/client';
import { Playground } from './playground.js';
import './playground.css';
import './workers.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root element.');
createRoot(root).render(<Playground />);
