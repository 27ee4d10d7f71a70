/**
 * Where to go after signing in. Only a page of our own: a link that leads elsewhere is ignored.
 *
 * @param {string} href the sign-in page's address with its `next`
 * @returns {string}
 */
export function nextPage(href) {
  const here = new URL(href);
  const next = here.searchParams.get('next') ?? '/console';
  const there = URL.canParse(next, here.origin) ? new URL(next, here.origin) : null;
  const isOurs = there?.origin === here.origin && next.startsWith('/');
  return isOurs && there.pathname !== '/sign-in' ? there.pathname + there.search : '/console';
}
