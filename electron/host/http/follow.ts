import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { escapeHtml } from '../../../shared/documents/html.ts'
import { inLanguage, Language } from '../../../shared/contract/text.ts'
import { followed, type Followed } from '../../../shared/domain/integrations/follow.ts'
import { declaredCounts } from '../../../shared/documents/declared.ts'
import { levelOf } from '../../../shared/messages/help/accessibility.fr.ts'
import { followTexts } from '../../../shared/messages/public/follow.ts'
import type { FollowTexts } from '../../../shared/messages/public/followTexts.ts'
import { directionOf, kiosk, kioskLanguages } from '../../../shared/messages/public/kiosk.ts'
import { waitMinutes } from '../../../shared/messages/waits/roughTime.ts'
import { ticketNumber } from '../../../shared/messages/format/numbers.ts'
import type { Host } from '../host.ts'
import { refusedAs } from './api.ts'
import { messagesSaid, messagesStyle } from './messagesSaid.ts'
import { publicStyle } from './publicStyle.ts'

// The page of a ticket, for the telephone of who holds it: no script, no cookie, nothing kept, nothing from elsewhere.

/** Seconds between two readings by the page itself, once the person asked for it: never unasked (WCAG 2.2.1, RGAA 13.1). */
const renewEvery = 20

const style = `main{max-width:34rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.375rem;margin:0 0 1.5rem}
.number{font-size:4.5rem;line-height:1.1;font-weight:700;margin:0}
${messagesStyle}
.state{font-size:1.5rem;font-weight:600;margin:.5rem 0 1rem;overflow-wrap:anywhere}
p{margin:.5rem 0}
label{display:block;font-weight:600}
input{width:100%;font:inherit;letter-spacing:.1em;text-transform:uppercase;padding:.6rem .8rem;margin:.25rem 0 1rem;border:1px solid var(--line);border-radius:8px;background:var(--surface);color:var(--ink)}
a{color:var(--accent);display:inline-block;min-height:2.75rem;padding:.5rem 0}
nav{max-width:34rem;margin:2rem auto 0;border-top:1px solid var(--line);padding:.5rem 1rem}
footer{max-width:34rem;margin:0 auto;padding:0 1rem 1rem}
nav a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.25rem;padding:0;margin:0}`

/** @param css the style that the page may have, and no other */
const policyFor = (css: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

/** A code as people type it: capitals, without the space of its middle. */
export const codeTyped = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .slice(0, 20)

/** `/suivi`, `/suivi?code=…&lang=…&renew=1`: a ticket by its code, or the question. */
export function sendFollowed(
  host: Host,
  url: URL,
  method: string,
  response: ServerResponse,
  busy: boolean,
): void {
  const lang = Language.safeParse(url.searchParams.get('lang')).data ?? 'fr'
  const texts = followTexts[lang]
  const code = codeTyped(url.searchParams.get('code') ?? '')
  const found = code === '' || busy ? undefined : followed(host.office(), host.waits(), code)
  const renewing = url.searchParams.get('renew') === '1'
  const problem = busy ? texts.tooMany : code !== '' && !found ? texts.unknown : null
  const css = `${publicStyle()}\n${style}`
  const html = page({
    css,
    lang,
    texts,
    office: host.office().settings?.address.name ?? '',
    messages: messagesSaid(host.office(), host.now(), lang),
    body: found ? ticket(found, lang, texts, code, renewing) : question(lang, texts, code, problem),
    code: found ? code : '',
  })
  const body = Buffer.from(html)
  if (busy) refusedAs(response, 'tooOften')
  response.writeHead(busy ? 429 : problem ? 404 : 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    'content-security-policy': policyFor(css),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    ...(busy ? { 'retry-after': '60' } : {}),
    ...(found && found.state !== 'ended' && renewing ? { refresh: String(renewEvery) } : {}),
  })
  response.end(method === 'HEAD' ? undefined : body)
}

const address = (lang: Language, code: string, more = ''): string =>
  `/suivi?lang=${lang}${code === '' ? '' : `&amp;code=${code}`}${more}`

function page({
  css,
  lang,
  texts,
  office,
  messages,
  body,
  code,
}: {
  readonly css: string
  readonly lang: Language
  readonly texts: FollowTexts
  readonly office: string
  readonly messages: string
  readonly body: string
  readonly code: string
}): string {
  const languages = kioskLanguages
    .map(
      (one) =>
        `<li><a lang="${one}" hreflang="${one}" href="${address(one, code)}"${one === lang ? ' aria-current="true"' : ''}>${kiosk[one].language}</a></li>`,
    )
    .join('')
  const title = escapeHtml(`${texts.title}${office === '' ? '' : ` – ${office}`}`)
  return `<!doctype html><html lang="${lang}" dir="${directionOf(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${css}</style></head><body><main><h1>${title}</h1>${body}${messages}</main><nav aria-label="${escapeHtml(texts.languages)}"><ul>${languages}</ul></nav><footer><a href="/accessibilite" hreflang="fr">${escapeHtml(kiosk[lang].declaration(levelOf(declaredCounts)))}</a></footer></body></html>`
}

function question(lang: Language, texts: FollowTexts, code: string, problem: string | null): string {
  const notice =
    problem === null ? '' : `<p class="state" id="problem" role="alert">${escapeHtml(problem)}</p>`
  return `${notice}<form action="/suivi" method="get"><input type="hidden" name="lang" value="${lang}"><label for="code">${escapeHtml(texts.code)}</label><p class="quiet" id="help">${escapeHtml(texts.codeHelp)}</p><input id="code" name="code" dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" required aria-describedby="help${problem === null ? '' : ' problem'}" value="${code}"><button type="submit">${escapeHtml(texts.see)}</button></form>`
}

/** The wait as every screen rounds it; a minute is the least that is said, as the page is read again. */
function waitSaid(wait: NonNullable<Followed['wait']>, lang: Language, texts: FollowTexts): string {
  const [low, high] = waitMinutes(wait)
  return high < 60 ? texts.wait(Math.max(1, low), Math.max(1, high)) : kiosk[lang].waitShort(low, high)
}

function ticket(
  { number, state, counter, ahead, wait, doubtful, unsent }: Followed,
  lang: Language,
  texts: FollowTexts,
  code: string,
  renewing: boolean,
): string {
  const place = counter === null ? '' : inLanguage(counter, lang)
  const told = doubtful
    ? `<strong>${escapeHtml(kiosk[lang].unlikely)}.</strong>`
    : escapeHtml(wait === null ? texts.noWait : waitSaid(wait, lang, texts))
  const waiting = state === 'waiting' ? `<p>${escapeHtml(texts.ahead(ahead))}</p><p>${told}</p>` : ''
  const untold = unsent ? `<p><strong>${escapeHtml(texts.unsent)}</strong></p>` : ''
  const link = (text: string, more = '') =>
    `<p><a href="${address(lang, code, more)}">${escapeHtml(text)}</a></p>`
  const links = renewing ? link(texts.stop) : link(texts.again) + link(texts.renewed, '&amp;renew=1')
  return `<p>${escapeHtml(texts.number)}</p><p class="number"><bdi dir="ltr">${escapeHtml(ticketNumber(number))}</bdi></p><p class="state">${escapeHtml(texts.state[state](place))}</p>${waiting}${untold}${state === 'ended' ? '' : links}`
}
