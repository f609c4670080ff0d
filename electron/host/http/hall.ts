import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { uuidv7 } from 'uuidv7'
import type { CommandId, Instant, ServiceId } from '../../../shared/contract/ids.ts'
import { inLanguage, Language } from '../../../shared/contract/text.ts'
import { escapeHtml } from '../../../shared/documents/html.ts'
import { aheadFor } from '../../../shared/domain/waits/ahead.ts'
import { givesInHall, minuteOfCode, visitOf, visitToken } from '../../../shared/domain/queue/hall.ts'
import { isDayOver } from '../../../shared/domain/queue/newTicket.ts'
import { backAt, isLastTickets } from '../../../shared/domain/queue/rows.ts'
import { ticketsLeft } from '../../../shared/domain/queue/quota.ts'
import { openFor } from '../../../shared/domain/people/skills.ts'
import { zoneOf, type Office } from '../../../shared/domain/state.ts'
import { directionOf, kiosk, kioskLanguages } from '../../../shared/messages/public/kiosk.ts'
import { hallTexts } from '../../../shared/messages/public/hall.ts'
import { saidLeft, saidWait } from '../../../shared/messages/public/saidWait.ts'
import { startBuckets } from '../core/buckets.ts'
import type { Host } from '../host.ts'
import { refusedAs, sendFault } from './api.ts'
import { readBody } from './body.ts'
import { callerOf } from './guard.ts'
import { messagesSaid, messagesStyle } from './messagesSaid.ts'
import { publicStyle } from './publicStyle.ts'

// The page of a ticket taken in the hall, on the telephone of who is there: no script, no cookie, no name, nothing kept.

/**
 * Tickets that one minute's code gives, and that one address takes: so many, then one more each so many seconds. A crowd
 * has the next minute's code; a telephone is one address, save behind an office's own relay.
 */
export const hallPace = {
  code: { burst: 15, seconds: 60 },
  address: { burst: 4, seconds: 120 },
} as const
/** Addresses and codes counted one by one at most. */
const mostCounted = 10_000
/** A form of a few words, in bytes. */
const largestForm = 2000

const style = `main{max-width:34rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.375rem;margin:0 0 .5rem}
p{margin:.5rem 0}
form{display:grid;gap:.75rem;margin:1rem 0}
button{display:block;width:100%;text-align:start;min-height:4rem;padding:.6rem 1rem;border:2px solid var(--line);background:var(--surface);color:var(--ink);overflow-wrap:anywhere}
button:disabled{border-style:dashed;background:none;cursor:default}
button .wait{display:block;font-weight:400;color:var(--ink-2)}
${messagesStyle}
.problem{font-size:1.25rem;font-weight:600}
a{color:var(--accent);display:inline-block;min-height:2.75rem;padding:.5rem 0}
nav{max-width:34rem;margin:1rem auto 0;border-top:1px solid var(--line);padding:.5rem 1rem}
nav a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.25rem;padding:0;margin:0}`

/**
 * `GET /salle?c=…` opens the page by the code of the hall; `POST /salle` takes the one ticket that it gives and goes on to
 * `/suivi`. Where the office has it off, 404 with a sentence: a person reads it.
 */
export function startHall(host: Host) {
  const counted = startBuckets(mostCounted)
  // The address first: what it is refused takes nothing of the code, which is everyone's.
  const mayTake = (minute: number, from: string) =>
    counted.take(`from ${from}`, hallPace.address.burst, 1 / hallPace.address.seconds) === 0 &&
    counted.take(`code ${minute}`, hallPace.code.burst, 1 / hallPace.code.seconds) === 0

  return async (url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? 'GET'
    if (method === 'POST') return take(request, response)
    request.resume()
    if (method !== 'GET' && method !== 'HEAD')
      return sendFault(response, 'methodNotAllowed', undefined, { allow: 'GET, HEAD, POST' })
    const lang = languageOf(url.searchParams, request)
    const known = visitOf(host.hallSecret, url.searchParams.get('v') ?? '', host.now())
    if (known !== null && (await followed(response, known.visit, lang))) return
    if (!givesInHall(host.office())) return send(response, method, 404, lang, problem(hallTexts[lang].off))
    if (known === null) return begin(url, response, method, lang)
    const token = visitToken(host.hallSecret, known.visit, known.minute)
    send(response, method, 200, lang, question(host, lang, token), token)
  }

  /** A code that was photographed begins a visit, at its own address: the way back leads to it, and it has one ticket. */
  function begin(url: URL, response: ServerResponse, method: string, lang: Language): void {
    const minute = minuteOfCode(host.hallSecret, url.searchParams.get('c') ?? '', host.now())
    if (minute === null) return send(response, method, 403, lang, problem(hallTexts[lang].stale))
    goTo(response, `/salle?lang=${lang}&v=${visitToken(host.hallSecret, uuidv7(), minute)}`)
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, largestForm)
    const form = new URLSearchParams(typeof body === 'object' ? body.text : '')
    const lang = languageOf(form, request)
    const texts = hallTexts[lang]
    const visit = visitOf(host.hallSecret, form.get('v') ?? '', host.now())
    if (visit !== null && (await followed(response, visit.visit, lang))) return
    if (!givesInHall(host.office())) return send(response, 'POST', 404, lang, problem(texts.off))
    if (visit === null) return send(response, 'POST', 403, lang, problem(texts.stale))
    const token = form.get('v')!
    const serviceId = (form.get('s') ?? '') as ServiceId
    if (!receiving(host.office()).some((service) => service.serviceId === serviceId))
      return send(response, 'POST', 400, lang, question(host, lang, token), token)
    if (!mayTake(visit.minute, callerOf(request.socket.remoteAddress))) {
      refusedAs(response, 'tooOften')
      return send(response, 'POST', 429, lang, problem(texts.tooMany), token, { 'retry-after': '60' })
    }
    const answer = await host.actAsHost('ticket.take', { serviceId, lang }, visit.visit as CommandId)
    if (!('text' in answer)) {
      // Two services were pressed at once: the visit has the ticket of the first.
      if (await followed(response, visit.visit, lang)) return
      const why =
        answer.code === 'serviceClosed'
          ? kiosk[lang].serviceClosed
          : answer.code === 'quotaReached'
            ? kiosk[lang].noTicketLeft
            : texts.notGiven
      return send(response, 'POST', 409, lang, problem(why), token)
    }
    goToTicket(response, answer.text, lang)
  }

  /** A visit has one ticket: who has it goes to its page, whatever service or language they press then. */
  async function followed(response: ServerResponse, visit: string, lang: Language): Promise<boolean> {
    const given = await host.answerOf(visit as CommandId)
    if (given === undefined) return false
    goToTicket(response, given, lang)
    return true
  }

  function send(
    response: ServerResponse,
    method: string,
    status: number,
    lang: Language,
    body: string,
    token: string | null = null,
    more: Readonly<Record<string, string>> = {},
  ): void {
    const css = `${publicStyle()}\n${style}`
    const said = `${body}${messagesSaid(host.office(), host.now(), lang)}`
    const html = Buffer.from(page(host.office(), css, lang, said, token))
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': html.length,
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      ...more,
    })
    response.end(method === 'HEAD' ? undefined : html)
  }
}

/** @param given what taking the ticket answered */
function goToTicket(response: ServerResponse, given: string, lang: Language): void {
  const { code } = JSON.parse(given) as { readonly code: string }
  goTo(response, `/suivi?lang=${lang}&code=${code}`)
}

function goTo(response: ServerResponse, location: string): void {
  response.writeHead(303, {
    location,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-length': 0,
  })
  response.end()
}

/** The language chosen, else the first of ours that the telephone asks for. */
function languageOf(given: URLSearchParams, { headers }: IncomingMessage): Language {
  const asked = (headers['accept-language'] ?? '').slice(0, 200).split(',')
  const tried = [given.get('lang'), ...asked.map((one) => one.trim().slice(0, 2).toLowerCase())]
  return tried.map((one) => Language.safeParse(one).data).find((one) => one !== undefined) ?? 'fr'
}

/** The services that receive who comes as they are. */
const receiving = ({ settings }: Office) =>
  (settings?.services ?? []).filter(({ access }) => access.includes('walkIn'))

const problem = (text: string): string => `<p class="problem" role="alert">${escapeHtml(text)}</p>`

/** What each service is for, with what the kiosk says of its wait: one button is one ticket. */
function question(host: Host, lang: Language, token: string): string {
  const office = host.office()
  const words = kiosk[lang]
  const texts = hallTexts[lang]
  const zone = zoneOf(office)
  const now: Instant = host.now()
  if (office.day === null || isDayOver(office, now)) return problem(words.closed)
  const { closesAt } = office.day
  const buttons = receiving(office).map(({ serviceId, name }) => {
    const line = {
      closed: office.closed.get(serviceId) ?? null,
      openCounters: openFor(office, serviceId),
      backAt: backAt(office, serviceId),
      wait: host.waits().said.get(serviceId) ?? null,
      waiting: aheadFor(office, serviceId),
      ticketsLeft: ticketsLeft(office, serviceId),
    }
    const { doubt, text } = saidWait(words, line, (at) => words.hour(at, zone))
    const left = saidLeft(words, line)
    const own = name[lang] === undefined ? ' lang="fr"' : ''
    // A ticket for it would be refused: what is said of the service says why.
    const shut = doubt === 'closed' ? ' disabled' : ''
    return `<button${shut} name="s" value="${escapeHtml(serviceId)}"><span${own}>${escapeHtml(inLanguage(name, lang))}</span><span class="wait">${escapeHtml(left === null ? text : `${text} · ${left}`)}</span></button>`
  })
  const said = isLastTickets(office, now) ? words.lastTickets : words.closing
  const closing = closesAt === null ? '' : `<p>${escapeHtml(said(words.hour(closesAt, zone)))}</p>`
  return `<p>${escapeHtml(texts.help)}</p>${closing}<form action="/salle" method="post"><input type="hidden" name="lang" value="${lang}"><input type="hidden" name="v" value="${escapeHtml(token)}">${buttons.join('')}</form>`
}

function page(office: Office, css: string, lang: Language, body: string, token: string | null): string {
  const visit = token === null ? '' : `&amp;v=${escapeHtml(token)}`
  const languages = kioskLanguages
    .map(
      (one) =>
        `<li><a lang="${one}" hreflang="${one}" href="/salle?lang=${one}${visit}"${one === lang ? ' aria-current="true"' : ''}>${kiosk[one].language}</a></li>`,
    )
    .join('')
  const name = office.settings?.address.name ?? ''
  const title = escapeHtml(`${hallTexts[lang].title}${name === '' ? '' : ` – ${name}`}`)
  const nav = `<nav aria-label="${escapeHtml(kiosk[lang].languages)}"><ul>${languages}</ul></nav>`
  return `<!doctype html><html lang="${lang}" dir="${directionOf(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${css}</style></head><body><main><h1>${title}</h1>${body}</main>${nav}</body></html>`
}
