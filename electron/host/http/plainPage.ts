import type { ServerResponse } from 'node:http'
import { escaped, escapeHtml } from '../../../shared/documents/html.ts'
import { wholeNumbers } from '../../../shared/messages/format/spaces.ts'
import { partsAround } from '../../../shared/messages/law/references.ts'
import { publicStyle } from './publicStyle.ts'

// A page of a few words that the host writes itself, for a browser that is no station's yet.

/** Where a line may not end, besides beside a number: before a « + », within a telephone number. */
const bound = / (?=\+)|(?<=\b\d\d) (?=\d\d\b)/g
const held = '\u0001'

/**
 * A sentence inside HTML, where no article's number is cut at its hyphen nor parted from what says that it is one. What is
 * copied or searched is the sentence itself.
 */
export const prose = (said: string): string => {
  const whole = wholeNumbers(said)
  return said
    .replaceAll(' ', (space, at: number) => (whole[at] === space ? space : held))
    .replaceAll(bound, held)
    .split(' ')
    .map((word) => {
      const isWhole = word.includes(held) || partsAround(word).some((part) => part.whole)
      const text = escaped(word.replaceAll(held, ' '))
      return isWhole ? `<span class="whole">${text}</span>` : text
    })
    .join(' ')
}

/** @param content HTML, its texts already escaped */
export function sendPage(response: ServerResponse, status: number, title: string, content: string): void {
  const body = `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${publicStyle()}
main{max-width:44rem;margin:0 auto;padding:2.5rem 1rem}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 1.5rem}
h2{font-size:1.25rem;line-height:1.35;margin:2rem 0 .5rem}
p,li{margin:.5rem 0;overflow-wrap:anywhere}
a{color:var(--accent)}
.whole{white-space:nowrap}
.figure strong{font-size:1.375rem}
table{border-spacing:0 .25rem;text-align:start}
:is(caption,th,td){padding-inline-end:1.5rem;text-align:start;vertical-align:baseline}
</style>
<main><h1>${escapeHtml(title)}</h1>${content}</main>
</html>
`
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    // Under `no-referrer` a browser sends its form with the origin « null »; this one says it to us alone.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}
