import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Host } from '../../../electron/host/host.ts'
import { hallPace, startHall } from '../../../electron/host/http/hall.ts'
import { hallCodeNow } from '../../../electron/host/queue/hallNow.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { Language } from '../../../shared/contract/text.ts'
import {
  hallAddress,
  hallCode,
  hallSecret,
  minuteOf,
  visitMinutes,
  visitOf,
  visitToken,
} from '../../../shared/domain/queue/hall.ts'
import { noWaits } from '../../../shared/domain/waits/now.ts'
import { directionOf, kiosk } from '../../../shared/messages/public/kiosk.ts'
import { hallTexts } from '../../../shared/messages/public/hall.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// A ticket on the telephone of who is in the hall: a host's page, over HTTP, on an office of the domain alone.

const secret = hallSecret((bytes) => bytes)
const at = Date.UTC(2026, 2, 3, 9, 42)
const minute = minuteOf(at)
const pure = PureOffice.school(at)
let now = at
let url = ''
const given = new Map<string, string>()
const host = {
  office: () => pure.office,
  waits: () => noWaits,
  now: () => now as Instant,
  hallSecret: secret,
  answerOf: async (commandId: string) => given.get(commandId),
  actAsHost: async (name: 'ticket.take', input: object, commandId: string) => {
    const before = given.get(commandId)
    if (before !== undefined) return { text: before }
    const decided = pure.act(name, input, 'kiosk')
    const text = JSON.stringify('output' in decided ? decided.output : {})
    given.set(commandId, text)
    return { text }
  },
} as unknown as Host

const server = createServer()
beforeAll(async () => {
  pure.act('day.open', {}, 'supervisor')
  const answer = startHall(host)
  server.on('request', (request, response) => {
    void answer(new URL(request.url ?? '/', 'http://localhost'), request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const get = (path: string) => fetch(`${url}${path}`)
const send = (form: Readonly<Record<string, string>>) =>
  fetch(`${url}/salle`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
const taken = () => pure.office.tickets.size
const token = (visit: string, from = minute) => visitToken(secret, visit, from)
const visit = (at: number) => `0198c1f2-0000-7abc-8def-${String(at).padStart(12, '0')}`

test('nothing is at this address, and no screen shows a code, until the office decides it', async () => {
  expect((await get(`/salle?c=${hallCode(secret, minute)}`)).status).toBe(404)
  expect((await send({ v: token(visit(0)), s: 'titres' })).status).toBe(404)
  expect(hallAddress(pure.office, 'x')).toBeNull()
  expect(taken()).toBe(0)
  pure.act('rules.set', { rules: { hallTickets: true } }, 'admin')
  expect((await get(`/salle?c=${hallCode(secret, minute)}`)).status).toBe(200)
})

test('the code of the present minute and of the one before opens the page; an older one, a later one and one that is not signed are refused with their sentence', async () => {
  for (const [code, status] of [
    [hallCode(secret, minute), 200],
    [hallCode(secret, minute - 1), 200],
    [hallCode(secret, minute - 2), 403],
    [hallCode(secret, minute + 1), 403],
    [
      hallCode(
        hallSecret(() => new Uint8Array(64)),
        minute,
      ),
      403,
    ],
    ['', 403],
  ] as const) {
    const answer = await get(`/salle?c=${code}`)
    expect(answer.status, code).toBe(status)
    const html = await answer.text()
    if (status === 403) expect(html).toContain(hallTexts.fr.stale)
    else expect(html).toContain('Titres d’identité')
    expect(html).not.toMatch(/<script|<link/i)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})

test('the page is said in each language, on its side, with the wait in the kiosk’s words', async () => {
  for (const lang of Language.options) {
    const html = await (await get(`/salle?lang=${lang}&c=${hallCode(secret, minute)}`)).text()
    expect(html).toContain(`<html lang="${lang}" dir="${directionOf(lang)}">`)
    expect(html).toContain(hallTexts[lang].title)
    expect(html).toContain(kiosk[lang].noCounterShort)
  }
})

test('a page gives one ticket, however often its form is sent, and it is followed at its address', async () => {
  const before = taken()
  const form = { v: token(visit(1)), s: 'titres', lang: 'uk' }
  const [first, second] = [await send(form), await send(form)]
  expect([first.status, second.status]).toEqual([303, 303])
  expect(first.headers.get('location')).toMatch(/^\/suivi\?lang=uk&code=[2-9A-Z]{8}$/)
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  expect(taken()).toBe(before + 1)
})

test('a page that nobody signed, that was open too long, or that names no service takes nothing', async () => {
  const before = taken()
  const signed = token(visit(2))
  for (const [form, status] of [
    [{ v: `${signed.slice(0, -1)}A`, s: 'titres' }, 403],
    [{ v: signed.replace(visit(2), visit(3)), s: 'titres' }, 403],
    [{ v: token(visit(2), minute - visitMinutes - 1), s: 'titres' }, 403],
    [{ s: 'titres' }, 403],
    [{ v: signed, s: 'ailleurs' }, 400],
  ] as const)
    expect((await send(form as Record<string, string>)).status).toBe(status)
  expect(taken()).toBe(before)
  expect(visitOf(secret, token(visit(2), minute - visitMinutes), at)).not.toBeNull()
})

test('one telephone takes so many tickets at once and no more, and is told where to take one', async () => {
  const statuses: number[] = []
  for (let more = 0; more < hallPace.address.burst + 3; more++)
    statuses.push((await send({ v: token(visit(100 + more)), s: 'titres' })).status)
  expect(statuses.filter((status) => status === 303).length).toBeLessThanOrEqual(hallPace.address.burst)
  const refused = await send({ v: token(visit(999)), s: 'titres', lang: 'fr' })
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('60')
  expect(await refused.text()).toContain(hallTexts.fr.tooMany)
})

test('a telephone that is refused, however often it asks, leaves the code of the minute to the others', async () => {
  for (let more = 0; more < 2 * hallPace.code.burst; more++)
    expect((await send({ v: token(visit(200 + more)), s: 'titres' })).status).toBe(429)
  const body = new URLSearchParams({ v: token(visit(300)), s: 'titres' }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const other = await new Promise<number | undefined>((resolve, reject) => {
    const options = { method: 'POST', headers, localAddress: '127.0.0.2' }
    request(`${url}/salle`, options, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end(body)
  })
  expect(other).toBe(303)
})

test('a service that gives no ticket any more says why, and can’t be pressed; the others can', async () => {
  pure.act('service.close', { serviceId: 'titres' }, 'supervisor')
  const html = await (await get(`/salle?c=${hallCode(secret, minute)}`)).text()
  const [, shut = ''] = /<button([^>]*) value="titres"/.exec(html) ?? []
  const [, other = 'disabled'] = /<button([^>]*) value="elections"/.exec(html) ?? []
  expect([shut.includes('disabled'), other.includes('disabled')]).toEqual([true, false])
  expect(html).toContain(kiosk.fr.serviceClosed)
  pure.act('service.open', { serviceId: 'titres' }, 'supervisor')
})

test('the last tickets are announced there as at the kiosk', async () => {
  const { closesAt } = pure.office.day!
  const said = async () => (await get(`/salle?c=${hallCode(secret, minuteOf(now))}`)).text()
  const closing = kiosk.fr.hour(closesAt!, 'Europe/Paris')
  expect(await said()).toContain(kiosk.fr.closing(closing))
  now = closesAt! - 10 * 60_000
  expect(await said()).toContain(kiosk.fr.lastTickets(closing))
  now = at
})

test('a closed office says so, and gives nothing', async () => {
  now = at + 24 * 3_600_000
  const html = await (await get(`/salle?c=${hallCode(secret, minuteOf(now))}`)).text()
  expect(html).toContain(kiosk.fr.closed)
  expect(html).not.toContain('<button')
})

test('the code that kiosks show is that of the present minute, at each moment', () => {
  let then = at
  const shown = hallCodeNow(secret, () => then as Instant)
  for (const later of [0, 30_000, 60_000, 120_000, 60_000]) {
    then = at + later
    expect(shown()).toBe(hallCode(secret, minuteOf(then)))
  }
})
