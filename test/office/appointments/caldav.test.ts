import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caldavSource } from '../../../electron/host/appointments/outside/caldav.ts'
import type { AskedDay, Given, Telling } from '../../../electron/host/appointments/outside/source.ts'
import type { Instant, LocalDate } from '../../../shared/contract/ids.ts'
import { startDavProxy } from '../../fixtures/davProxy.ts'
import { calendarText, eventText, startDav, type DavKind, type DavServer } from '../../fixtures/davServers.ts'

const day: AskedDay = {
  date: '2026-12-01' as LocalDate,
  zone: 'Europe/Paris',
  from: Date.parse('2026-11-30T23:00:00Z') as Instant,
  to: Date.parse('2026-12-01T23:00:00Z') as Instant,
}
const now = Date.parse('2026-12-01T08:15:00Z') as Instant
const reach = { privateAddresses: false, thisMachine: true }
const single = [
  'DTSTART;TZID=Europe/Paris:20261201T092000',
  'DTEND;TZID=Europe/Paris:20261201T094000',
  'SUMMARY:CNI',
]

describe.each<DavKind>(['radicale', 'xandikos'])('%s', (kind) => {
  let server: DavServer
  beforeAll(async () => {
    server = await startDav(kind)
  })
  afterAll(() => server.stop())

  const source = (url = server.url, user = server.user, secret = server.secret) =>
    caldavSource({ url: new URL(url), user, secret, reach })
  const telling = (uid: string, state: Telling['state'], occurrence: Instant | null = null): Telling => ({
    uid,
    occurrence,
    calendar: server.calendar,
    state,
  })

  test('its calendars are found from the server’s address, and from their own', async () => {
    for (const url of [server.url, server.calendar])
      expect((await source(url).day(day, null)).parts.map(({ id }) => id)).toEqual([server.calendar])
  })

  test('a day without an appointment is one, in a calendar that has others', async () => {
    expect(await source().day(day, null)).toMatchObject({ appointments: [], left: [], whole: true })
  })

  test('a repetition through the change of hour is found with what is single', async () => {
    await server.put('un.ics', calendarText(...eventText('un', ...single)))
    const repeated = [
      'DTSTART;TZID=Europe/Paris:20261001T102000',
      'DURATION:PT20M',
      'RRULE:FREQ=DAILY',
      'EXDATE;TZID=Europe/Paris:20261130T102000',
    ]
    await server.put('serie.ics', calendarText(...eventText('serie', ...repeated)))
    const { appointments } = await source().day(day, null)
    expect(appointments.map(({ uid, startsAt }) => [uid, new Date(startsAt).toISOString()])).toEqual([
      ['un', '2026-12-01T08:20:00.000Z'],
      ['serie', '2026-12-01T09:20:00.000Z'],
    ])
  })

  test('a day that did not change is not read again, and one that did is', async () => {
    const { mark } = await source().day(day, null)
    expect(await source().day(day, mark)).toMatchObject({ unchanged: true })
    await server.put('deux.ics', calendarText(...eventText('deux', 'DTSTART:20261201T140000Z')))
    expect((await source().day(day, mark)).appointments.map(({ uid }) => uid)).toContain('deux')
    await server.remove('deux.ics')
  })

  test('a mark that the server no longer knows is forgotten, and all is read again', async () => {
    const { mark, appointments } = await source().day(day, null)
    const known = JSON.parse(mark!) as { tokens: [string, string][] }
    const lost = { ...known, tokens: known.tokens.map(([href]) => [href, 'http://example.org/perdu']) }
    expect(await source().day(day, JSON.stringify(lost))).toMatchObject({
      appointments: appointments.map(({ uid }) => ({ uid })),
    })
  })

  test('an arrival is written once, and leaves what others wrote as it was', async () => {
    await server.put('autre.ics', calendarText(...eventText('autre', ...single, 'X-LOGICIEL;X-A=1:gardé')))
    expect(await source().tell!(telling('autre', 'ARRIVED'), now)).toBe('written')
    const written = await server.get('autre.ics')
    expect(written).toContain('X-GUICHET-STATE:ARRIVED')
    expect(written).toContain('X-LOGICIEL;X-A=1:gardé')
    expect(written).toContain('LAST-MODIFIED:20261201T081500Z')
    expect(await source().tell!(telling('autre', 'ARRIVED'), now)).toBe('same')
    expect(await source().tell!(telling('autre', 'RECEIVED'), now)).toBe('written')
    expect(await server.get('autre.ics')).toContain('X-GUICHET-STATE:RECEIVED')
  })

  test('what is said of one occurrence says nothing of the others', async () => {
    const occurrence = Date.parse('2026-12-01T09:20:00Z') as Instant
    expect(await source().tell!(telling('serie', 'NOSHOW', occurrence), now)).toBe('written')
    const told = async (of: AskedDay) =>
      (await source().day(of, null)).appointments.filter(({ uid }) => uid === 'serie').map((one) => one.told)
    expect(await told(day)).toEqual(['NOSHOW'])
    const next = {
      ...day,
      date: '2026-12-02' as LocalDate,
      from: day.to,
      to: (day.to + 86_400_000) as Instant,
    }
    expect(await told(next)).toEqual([''])
  })

  test('two desks that note an arrival at once write it once, over what a third changed meanwhile', async () => {
    await server.put('trois.ics', calendarText(...eventText('trois', ...single)))
    let between = 0
    const proxy = await startDavProxy(server.url, async ({ method }) => {
      if (method !== 'PUT' || between++ > 0) return
      await server.put('trois.ics', calendarText(...eventText('trois', ...single, 'DESCRIPTION:Ajout')))
    })
    const calendar = server.calendar.replace(server.url, proxy.url)
    const through = source(calendar)
    expect(await through.tell!({ ...telling('trois', 'ARRIVED'), calendar }, now)).toBe('written')
    await proxy.stop()
    expect(between).toBe(2)
    const written = await server.get('trois.ics')
    expect(written).toContain('DESCRIPTION:Ajout')
    expect(written.match(/X-GUICHET-STATE:ARRIVED/g)).toHaveLength(1)
  })

  test('a page that answers for the server is no writing: it is said, then written', async () => {
    await server.put('page.ics', calendarText(...eventText('page', ...single)))
    let pages = 0
    const proxy = await startDavProxy(server.url, async ({ method }) =>
      method === 'PUT' && pages++ === 0 ? 'page' : undefined,
    )
    const calendar = server.calendar.replace(server.url, proxy.url)
    const told = () => source(calendar).tell!({ ...telling('page', 'ARRIVED'), calendar }, now)
    await expect(told()).rejects.toMatchObject({ problem: 'notCalendarServer' })
    expect(await told()).toBe('written')
    await proxy.stop()
    expect(await server.get('page.ics')).toContain('X-GUICHET-STATE:ARRIVED')
  })

  test('of an appointment that is gone or cancelled nothing is written', async () => {
    expect(await source().tell!(telling('jamais', 'ARRIVED'), now)).toBe('gone')
    await server.put('annule.ics', calendarText(...eventText('annule', ...single, 'STATUS:CANCELLED')))
    expect(await source().tell!(telling('annule', 'ARRIVED'), now)).toBe('gone')
    expect(await server.get('annule.ics')).not.toContain('X-GUICHET-STATE')
  })

  test('an appointment of the office is written once however often it is sent, and cancelled there', async () => {
    const given: Given = {
      uid: 'rdv-1@guichet',
      calendar: server.calendar,
      startsAt: Date.parse('2026-12-01T15:00:00Z') as Instant,
      endsAt: Date.parse('2026-12-01T15:20:00Z') as Instant,
      label: 'Titres, d’identité',
    }
    const ours = async () =>
      (await source().day(day, null)).appointments
        .filter(({ uid }) => uid === given.uid)
        .map(({ label, cancelled }) => [label, cancelled])
    await source().give!(given, now)
    await source().give!(given, now)
    expect(await ours()).toEqual([['Titres, d’identité', false]])
    expect(await source().tell!(telling(given.uid, 'CANCELLED'), now)).toBe('written')
    expect(await source().tell!(telling(given.uid, 'CANCELLED'), now)).toBe('gone')
    expect(await ours()).toEqual([['Titres, d’identité', true]])
  })
})

describe.each<DavKind>(['radicale', 'xandikos'])('one that the office moves, in %s', (kind) => {
  let server: DavServer
  beforeAll(async () => {
    server = await startDav(kind)
  })
  afterAll(() => server.stop())

  const uid = 'rdv-2@guichet'
  const at = (hour: string) => Date.parse(`2026-12-01T${hour}:00Z`) as Instant
  const given = (calendar: string, hour: string, movedFrom?: string): Given => ({
    uid,
    calendar,
    startsAt: at(hour),
    endsAt: (at(hour) + 1_200_000) as Instant,
    label: 'Titres',
    ...(movedFrom === undefined ? {} : { movedFrom: at(movedFrom) }),
  })
  const source = (url = server.calendar) =>
    caldavSource({ url: new URL(url), user: server.user, secret: server.secret, reach })
  const file = `${encodeURIComponent(uid)}.ics`
  const hourThere = async () =>
    (await source().day(day, null)).appointments
      .filter((one) => one.uid === uid)
      .map(({ startsAt }) => new Date(startsAt).toISOString().slice(11, 16))

  test('goes to its new hour once, over what a third changed meanwhile, and nothing else is touched', async () => {
    await server.put('voisin.ics', calendarText(...eventText('voisin', ...single)))
    const neighbour = await server.get('voisin.ics')
    await source().give!(given(server.calendar, '13:00'), now)
    let writes = 0
    const proxy = await startDavProxy(server.url, async ({ method }) => {
      if (method !== 'PUT' || writes++ > 0) return
      const text = await server.get(file)
      await server.put(file, text.replace('END:VEVENT', 'DESCRIPTION:Ajout\r\nEND:VEVENT'))
    })
    const calendar = server.calendar.replace(server.url, proxy.url)
    await source(calendar).give!(given(calendar, '14:00', '13:00'), now)
    await source(calendar).give!(given(calendar, '14:00', '13:00'), now)
    await proxy.stop()
    expect(writes).toBe(2)
    expect(await hourThere()).toEqual(['14:00'])
    expect(await server.get(file)).toContain('DESCRIPTION:Ajout')
    expect(await server.get('voisin.ics')).toBe(neighbour)
  })

  test('stays where somebody else moved it', async () => {
    const text = await server.get(file)
    await server.put(file, text.replace('DTSTART:20261201T140000Z', 'DTSTART:20261201T150000Z'))
    await source().give!(given(server.calendar, '16:00', '14:00'), now)
    expect(await hourThere()).toEqual(['15:00'])
  })
})

test('calendars that hold nothing at all are believed of nobody', async () => {
  const server = await startDav('radicale')
  try {
    await server.remove('ancien.ics')
    const { url, user, secret } = server
    await expect(
      caldavSource({ url: new URL(url), user, secret, reach }).day(day, null),
    ).rejects.toMatchObject({
      problem: 'emptyCalendar',
    })
    await expect(
      caldavSource({ url: new URL(server.calendar), user: undefined, secret: undefined, reach }).day(
        day,
        null,
      ),
    ).rejects.toMatchObject({ problem: 'refusedSecret' })
  } finally {
    await server.stop()
  }
})
