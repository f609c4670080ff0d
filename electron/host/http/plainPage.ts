import type { ServerResponse } from 'node:http'

// A page of a few words that the host writes itself, for a browser that is no station's yet.

/** A text inside HTML. */
export const escaped = (said: string): string =>
  said.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '')

/** @param content HTML, its texts already escaped */
export function sendPage(response: ServerResponse, status: number, title: string, content: string): void {
  const body = `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif }
main { max-inline-size: 34rem; margin: 15vh auto; padding: 1.5rem }
button { font: inherit; padding: 0.75rem 1.5rem; min-block-size: 3rem }
</style>
<main><h1>${escaped(title)}</h1>${content}</main>
</html>
`
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    // Under `no-referrer` a browser sends its form with the origin « null »; this one says it to us alone.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}
