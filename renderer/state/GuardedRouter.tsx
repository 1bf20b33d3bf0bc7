import { type ReactNode, useContext, useMemo } from 'react';
import { HashRouter, UNSAFE_NavigationContext as NavigationContext, type Navigator } from 'react-router';
import { mayLeave } from './leaving.ts';

/** The router, but every link, key and button that changes the address asks first whether the view may be left. */
export function GuardedRouter({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <HashRouter>
      <Guarded>{children}</Guarded>
    </HashRouter>
  );
}

// The router's own way to hold somebody back needs routes that load data, which these do not; its navigator is the one door they share.
function Guarded({ children }: { readonly children: ReactNode }): ReactNode {
  const context = useContext(NavigationContext);
  const guarded = useMemo(() => ({ ...context, navigator: asking(context.navigator) }), [context]);
  return <NavigationContext.Provider value={guarded}>{children}</NavigationContext.Provider>;
}

const asking = (navigator: Navigator): Navigator => ({
  createHref: (to) => navigator.createHref(to),
  ...(navigator.encodeLocation && { encodeLocation: (to) => navigator.encodeLocation!(to) }),
  go: (delta) => {
    if (mayLeave()) navigator.go(delta);
  },
  push: (...args) => {
    if (mayLeave()) navigator.push(...args);
  },
  replace: (...args) => {
    if (mayLeave()) navigator.replace(...args);
  },
});
