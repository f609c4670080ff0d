import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAppointments } from '../../../electron/host/appointments/reading/read.ts'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { followEvents } from '../../fixtures/followEvents.ts'
import { done, newFolder, post, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'

// Other software at the real host's HTTP door: tokens, the stream, measures, a calendar, a ticket's page.

let host: RunningHost
let dir: string
beforeAll(async () => {
  dir = await newFolder()
  host = await startHost(dir)
  await done(host, 'supervisor', 'commands/day.open')
})
afterAll(async () => {
  await host?.stop()
  await removeFolder(dir)
})

type Made = { readonly tokenId: string; readonly token: string | null }

/** A token of these scopes, as a manager makes it. */
const tokenOf = async (scopes: readonly string[], until: number | null = null): Promise<string> => {
  const input = { label: 'Site de la mairie', scopes, until }
  const { token } = await done<Made>(host, 'admin', 'commands/apiToken.create', input)
  return token!
}

/** The same host, spoken to with another token. */
const as = (token: string) => ({ url: host.url, tokens: { it: token } })

const get = (path: string, token?: string) =>
  fetch(`${host.url}${path}`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } })

const takeOne = () =>
  done<{ ticketId: string; number: string; code: string }>(host, 'kiosk', 'commands/ticket.take', {
    serviceId: 'titres',
  })

describe('a token', () => {
  test('is shown once: the act repeated gives the same id, and no secret; the journal’s file has its hash alone', async () => {
    const key = randomUUID()
    const input = { label: 'Agenda', scopes: ['queue'], until: null }
    const first = await done<Made>(host, 'admin', 'commands/apiToken.create', input, key)
    expect(first.token).toMatch(/^guichet_[0-9a-f]{64}$/)
    const second = await done<Made>(host, 'admin', 'commands/apiToken.create', input, key)
    expect(second).toEqual({ tokenId: first.tokenId, token: null })
    for (const name of readdirSync(dir).filter((one) => one.startsWith('guichet.sqlite')))
      expect(readFileSync(join(dir, name)).includes(first.token!), name).toBe(false)
  })

  test('opens what its scopes name, and nothing else of what its role could', async () => {
    const queue = as(await tokenOf(['queue']))
    expect((await post(queue, 'it', 'queries/queue.view')).status).toBe(200)
    for (const path of [
      'commands/ticket.take',
      'commands/appointment.import',
      'queries/history.days',
      'commands/apiToken.create',
    ] as const)
      expect((await post(queue, 'it', path)).error?.code, path).toBe('forbiddenScope')
    const tickets = as(await tokenOf(['tickets']))
    expect((await post(tickets, 'it', 'commands/ticket.take', { serviceId: 'titres' })).status).toBe(200)
    expect((await post(tickets, 'it', 'queries/queue.view')).status).toBe(403)
  })

  test('takes nobody out of the queue by a number that everyone sees: it asks the code too', async () => {
    const { number, code } = await takeOne()
    const tickets = as(await tokenOf(['tickets']))
    expect((await post(tickets, 'it', 'commands/ticket.leave', { number })).error?.code).toBe('codeWrong')
    expect((await post(tickets, 'it', 'commands/ticket.leave', { number, code })).status).toBe(200)
  })

  test('that is revoked opens nothing at once, and one whose end has come says so', async () => {
    const input = { label: 'Ancien', scopes: ['queue'], until: null }
    const { tokenId, token } = await done<Made>(host, 'admin', 'commands/apiToken.create', input)
    expect((await post(as(token!), 'it', 'queries/office.view')).status).toBe(200)
    const shown = await done<{ tokens: { tokenId: string; usedAt: number | null }[] }>(
      host,
      'admin',
      'queries/software.show',
    )
    expect(shown.tokens.find((one) => one.tokenId === tokenId)?.usedAt).toEqual(expect.any(Number))
    await done(host, 'admin', 'commands/apiToken.revoke', { tokenId })
    expect((await post(as(token!), 'it', 'queries/office.view')).error?.code).toBe('unauthorized')
    expect((await post(host, 'admin', 'commands/apiToken.revoke', { tokenId })).error?.code).toBe(
      'unknownApiToken',
    )
    const short = await tokenOf(['queue'], Date.now() + 300)
    await expect
      .poll(async () => (await post(as(short), 'it', 'queries/office.view')).error?.code)
      .toBe('tokenExpired')
    const past = { ...input, until: Date.now() - 1 }
    expect((await post(host, 'admin', 'commands/apiToken.create', past)).error?.code).toBe('timeInPast')
  })

  test('asks fifty times a second at most, which costs no other token its own', async () => {
    const queue = as(await tokenOf(['queue']))
    const statuses = await Promise.all(
      Array.from({ length: 120 }, async () => (await post(queue, 'it', 'queries/office.view')).status),
    )
    expect(statuses).toContain(429)
    expect(statuses).toContain(200)
    const other = as(await tokenOf(['queue']))
    expect((await post(other, 'it', 'queries/office.view')).status).toBe(200)
    // What goes beyond is not even kept: how long it is makes no difference.
    const flood = await Promise.all(
      Array.from({ length: 120 }, () => post(queue, 'it', 'queries/office.view', { x: 'x'.repeat(300_000) })),
    )
    expect(new Set(flood.map(({ error }) => error?.code))).toEqual(new Set(['tooLarge', 'tooManyCalls']))
  })
})

describe('the stream of events', () => {
  test('refuses a position beyond the journal rather than wait for it in silence', async () => {
    const refused = await get('/api/v1/events?since=900000', host.tokens['integration'])
    expect([refused.status, ((await refused.json()) as { error: { code: string } }).error.code]).toEqual([
      409,
      'aheadOfJournal',
    ])
  })

  test('opens to the scope « events » alone, and carries neither a code, nor a setting, nor who is at a counter', async () => {
    const { code } = await takeOne()
    await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
    await done(host, 'admin', 'commands/software.set', {
      privateAddresses: false,
      notices: { means: ['sms'], ahead: 0 },
    })
    expect((await get('/api/v1/events', await tokenOf(['queue']))).status).toBe(403)
    const follower = await followEvents({
      url: host.url,
      tokens: { integration: await tokenOf(['events']) },
    })
    await expect.poll(() => follower.events.at(-1)?.type).toBe('apiTokenCreated')
    follower.close()
    const text = JSON.stringify(follower.events)
    for (const secret of [code, 'agent1', schoolOffice.settings.address.name, 'Site de la mairie', 'hash'])
      expect(text.includes(secret), secret).toBe(false)
    expect(follower.events.map(({ seq }) => seq)).toEqual(follower.events.map((_, at) => at + 1))
    const opened = follower.events.find(({ type }) => type === 'counterOpened')
    expect(opened?.data).toEqual({ counterId: '1' })
  })

  test('ends with its token: once that is revoked it says nothing more', async () => {
    const input = { label: 'Ancien', scopes: ['events'], until: null }
    const { tokenId, token } = await done<Made>(host, 'admin', 'commands/apiToken.create', input)
    const follower = await followEvents({ url: host.url, tokens: { integration: token! } })
    await expect.poll(() => follower.events.at(-1)?.type).toBe('apiTokenCreated')
    const heard = follower.events.length
    await done(host, 'admin', 'commands/apiToken.revoke', { tokenId })
    await follower.ended
    expect(follower.events).toHaveLength(heard)
  })

  test('holds a place of its token while it is open: sixteen at most, which costs no other token its own', async () => {
    const token = await tokenOf(['events'])
    const streams = []
    for (let stream = 0; stream < 16; stream++) streams.push(await get('/api/v1/events', token))
    expect(streams.map(({ status }) => status)).toEqual(Array<number>(16).fill(200))
    expect((await get('/api/v1/events', token)).status).toBe(429)
    const other = await get('/api/v1/events', await tokenOf(['events']))
    expect(other.status).toBe(200)
    for (const { body } of [other, ...streams]) await body?.cancel()
    await expect
      .poll(async () => {
        const again = await get('/api/v1/events', token)
        await again.body?.cancel()
        return again.status
      })
      .toBe(200)
  })
})

describe('measures', () => {
  test('say that the host is alive to anyone, and ready once it has written', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ alive: true })
    const ready = await get('/readyz')
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, journal: true, office: true, printers: true },
    ])
  })

  test('are Prometheus text by its conventions, for the scope « metrics », and name nobody', async () => {
    expect((await get('/metrics')).status).toBe(401)
    expect((await get('/metrics', await tokenOf(['queue']))).status).toBe(403)
    const response = await get('/metrics', await tokenOf(['metrics']))
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const lines = (await response.text()).trimEnd().split('\n')
    const name = '[a-z][a-z0-9_]*'
    const line = new RegExp(
      String.raw`^(# HELP ${name} .+|# TYPE ${name} (gauge|counter)|${name}(\{${name}="[^"\\]*"(,${name}="[^"\\]*")*\})? [0-9.e+-]+)$`,
    )
    expect(lines.filter((one) => !line.test(one))).toEqual([])
    const typed = lines.flatMap((one) => /^# TYPE (\S+) (\S+)$/.exec(one)?.slice(1, 3) ?? [])
    for (let at = 0; at < typed.length; at += 2)
      expect(typed[at]!.endsWith('_total'), typed[at]).toBe(typed[at + 1] === 'counter')
    expect(lines.some((one) => /^guichet_tickets_waiting\{service="titres"\} [1-9]/.test(one))).toBe(true)
    expect(lines.join('\n')).not.toContain('agent1')
  })
})

describe('a calendar’s feed', () => {
  test('is read by the address alone, with a token that opens nothing else, and by our own importer without loss', async () => {
    const csv = [
      'date;heure;service;code;nom;durée;dossiers',
      '2031-03-04;09:20;Titres d’identité;K7M4QP;Zélie Secrète-Nom;20;2',
      '2031-03-04;10:00;État civil;P2W9RT;Autre Nom;15;1',
    ].join('\n')
    await done(host, 'supervisor', 'commands/appointment.import', { text: csv })
    const feed = await get(`/api/v1/calendar/${await tokenOf(['calendar'])}.ics`)
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await feed.text()
    for (const personal of ['Secrète', 'Autre Nom', 'K7M4QP']) expect(text.includes(personal)).toBe(false)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const { services, calendar } = schoolOffice.settings
    const read = readAppointments(text, { zone: calendar.zone, services })
    expect(read.report.filter(({ code }) => code !== 'taken')).toEqual([])
    const facts = read.appointments.map(({ startsAt, minutes, service, files, name }) => ({
      at: new Date(startsAt).toISOString(),
      minutes,
      service,
      files,
      name,
    }))
    expect(facts).toEqual([
      { at: '2031-03-04T08:20:00.000Z', minutes: 20, service: 'titres', files: 2, name: null },
      { at: '2031-03-04T09:00:00.000Z', minutes: 15, service: 'etat-civil', files: 1, name: null },
    ])
    for (const token of [await tokenOf(['calendar', 'queue']), await tokenOf(['queue']), 'nobody'])
      expect((await get(`/api/v1/calendar/${token}.ics`)).status).toBe(401)
  })

  test('has a pace: asked again and again, it says when to come back', async () => {
    const token = await tokenOf(['calendar'])
    const once = async () => {
      const answer = await get(`/api/v1/calendar/${token}.ics`)
      const code = answer.ok ? 'done' : ((await answer.json()) as { error: { code: string } }).error.code
      return { code, status: answer.status, later: answer.headers.get('retry-after') }
    }
    let last = await once()
    for (let asked = 0; asked < 400 && last.code !== 'tooOften'; asked++) last = await once()
    expect(last).toEqual({ code: 'tooOften', status: 429, later: expect.stringMatching(/^\d+$/) })
  })
})

describe('a ticket’s page', () => {
  test('tells who has the code their number and who is before, in five languages, and nothing that runs or is kept', async () => {
    const { number, code } = await takeOne()
    for (const [lang, title] of [
      ['fr', 'Votre tour'],
      ['en', 'Your turn'],
      ['es', 'Su turno'],
      ['ar', 'دورك'],
      ['uk', 'Ваша черга'],
    ] as const) {
      const response = await get(
        `/suivi?lang=${lang}&code=${code.slice(0, 4)}%20${code.slice(4).toLowerCase()}`,
      )
      const html = await response.text()
      expect(response.status).toBe(200)
      expect(html).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`)
      expect(html).toContain(title)
      expect(html).toContain(`${number.slice(0, 1)}\u00a0${number.slice(1)}`)
      expect(html).not.toMatch(/<script|<img|<link/i)
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(response.headers.get('set-cookie')).toBeNull()
    }
  })

  test('says of a code that is no ticket’s that it is none, whatever is written in it, and then that it is enough', async () => {
    const typed = encodeURIComponent('"><script>alert(1)</script>')
    const wrong = async () => {
      const response = await get(`/suivi?code=${typed}`)
      expect(await response.text()).not.toContain('<script')
      return response.status
    }
    // Five a second from one address: the languages of the test before were as many.
    await expect.poll(wrong).toBe(404)
    const statuses = await Promise.all(
      Array.from({ length: 30 }, async (_, at) => (await get(`/suivi?code=AAAAAA${at}`)).status),
    )
    expect(statuses).toContain(429)
    expect((await get('/suivi')).status).toBe(200)
  })
})

test('nothing that was typed is ever in the host’s logs or on its outputs', async () => {
  const typed = 'Zéphyrine-Introuvable'
  const { ticketId } = await takeOne()
  await post(host, 'agent1', 'commands/ticket.callOutOfOrder', { ticketId, reason: typed })
  await post(host, 'agent1', 'commands/ticket.start', { ticketId })
  await post(host, 'agent1', 'commands/sheet.update', { note: typed })
  await post(host, 'agent1', 'commands/sheet.update', { note: 42, [typed]: typed })
  await post(host, 'agent1', `commands/${typed}` as 'commands/x', { a: typed })
  await post(host, 'kiosk', 'commands/notice.ask', { ticketId, means: 'sms', to: typed, consent: true })
  await get(`/suivi?code=${typed}`)
  await fetch(`${host.url}/api/v1/commands/sheet.update`, {
    method: 'POST',
    headers: { authorization: `Bearer ${host.tokens['agent1']}` },
    body: `{"note": "${typed}`,
  })
  const logs = readdirSync(join(dir, 'logs')).map((name) => readFileSync(join(dir, 'logs', name), 'utf8'))
  expect(logs.join('').length).toBeGreaterThan(0)
  for (const text of [...logs, host.stdout(), host.stderr()]) expect(text.includes('Zéphyrine')).toBe(false)
  for (const line of logs.join('').trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('at')
})
