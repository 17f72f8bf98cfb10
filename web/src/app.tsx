import { Suspense, useEffect } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import { useBrowserLocation } from 'wouter/use-browser-location';
import { languageOf } from '../../src/pages/language.js';
import { EmbeddedFooter, Footer } from './components/footer.js';
import { Header } from './components/header.js';
import { SourceDetails } from './components/source.js';
import { Loading } from './components/states.js';
import { LanguageProvider } from './context.js';
import { NotFound } from './pages/not-found.js';
import { ROUTES } from './routes.js';
import { isEmbedded } from './settings.js';

export function App() {
  const [path] = useBrowserLocation();
  const { language } = languageOf(path);
  useEffect(() => {
    document.documentElement.lang = language.tag;
  }, [language.tag]);
  return (
    <LanguageProvider value={language}>
      <Router base={language.prefix} key={language.tag}>
        <SourceDetails>
          {isEmbedded ? (
            <>
              <Content />
              <EmbeddedFooter />
            </>
          ) : (
            <>
              <a className="skip" href="#content">
                {language.words.skip}
              </a>
              <Header />
              <Content />
              <Footer />
            </>
          )}
        </SourceDetails>
      </Router>
    </LanguageProvider>
  );
}

/** The page of the address. A new page starts at its top, with the focus on its content. */
function Content() {
  const [path] = useLocation();
  useEffect(() => {
    if (isFirst) {
      isFirst = false;
      return;
    }
    scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [path]);
  return (
    <main id="content" className="page" tabIndex={-1}>
      <Suspense fallback={<Loading />}>
        <Switch>
          {ROUTES.map(({ path: pattern, Page }) => (
            <Route key={pattern} path={pattern}>
              <Page key={path} />
            </Route>
          ))}
          <Route>
            <NotFound key={path} />
          </Route>
        </Switch>
      </Suspense>
    </main>
  );
}

/** The first page is where the browser already is. */
let isFirst = true;
