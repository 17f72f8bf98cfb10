import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { loadTexts } from '../../src/pages/language.js';
import { App } from './app.js';
import { keepServed } from './components/served.js';
import { reportHeight } from './embedded.js';
import { loadRoute } from './routes.js';
import { isEmbedded } from './settings.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/pieces.css';
import './styles/network.css';
import './styles/funding.css';
import './styles/places.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root element.');

// The page that the server wrote stays until the app has all that it needs to replace it.
await Promise.all([loadTexts(location.pathname), loadRoute(location.pathname)]);
keepServed(root);
document.documentElement.classList.toggle('embedded', isEmbedded);
reportHeight(root);
createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <App />
  </QueryClientProvider>,
);
