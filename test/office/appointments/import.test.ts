import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Link } from '../../../renderer/link/link.ts'
import { sendCalendar } from '../../../renderer/settings/appointments/sending.ts'
import { calendarPart } from '../../../shared/contract/appointments/sending.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { enter } from '../../bench/socket.ts'
import { done, newFolder, post, removeFolder, type HttpAnswer } from '../../fixtures/startHost.ts'

// Calendars of other software, sent to a real host.

type Report = {
  readonly taken: number
  readonly report: readonly { readonly line: number; readonly text: string }[]
}

let dir: string
let host: HostInside
beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir)
  await done(host, 'supervisor', 'commands/day.open')
})
afterAll(async () => {
  await host.stop()
  await removeFolder(dir)
})

const sent = (text: string, key?: string) =>
  done<Report>(host, 'supervisor', 'commands/appointment.import', { text }, key)

/** Sends a calendar as a page does. */
const inParts = (text: string) => {
  const act = (name: string, input: unknown) => post(host, 'supervisor', `commands/${name}`, input)
  return sendCalendar({ act: act as unknown as Link['act'] }, text, {}) as Promise<HttpAnswer<Report>>
}

test('while a calendar of unmatched ends is read, a ticket is taken', async () => {
  const text = `BEGIN:VCALENDAR\n${'BEGIN:X\n'.repeat(100_000)}${'END:Y\n'.repeat(140_000)}`
  const order: string[] = []
  const imported = inParts(text).then(({ error }) => {
    order.push('imported')
    return error?.code
  })
  await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  order.push('taken')
  expect(await imported).toBe('calendarUnreadable')
  expect(order).toEqual(['taken', 'imported'])
})

test('a file that is longer than a message is told how to come, another act is told how long it may be', async () => {
  const text = 'x'.repeat(4 * 1024 * 1024)
  const imported = await post(host, 'supervisor', 'commands/appointment.import', { text })
  expect(imported.error).toMatchObject({
    code: 'tooLarge',
    message: expect.stringMatching(
      /\(256 Kio au plus ; .* par parties, avec «\u00a0calendar\.send\u00a0»\)$/,
    ),
  })
  const taken = await post(host, 'kiosk', 'commands/ticket.take', { serviceId: text })
  expect(taken.error).toMatchObject({
    code: 'tooLarge',
    message: expect.stringMatching(/\(256 Kio au plus\)$/),
  })
})

test('over a WebSocket too, it is told how to come, and the station goes on', async () => {
  const supervisor = await enter(host.url, host.tokens['supervisor'])
  const text = 'x'.repeat(1_900_000)
  const said = await supervisor.command('appointment.import', { text }, randomUUID())
  expect(said).toMatchObject({ error: { code: 'tooLarge' } })
  expect(await supervisor.command('calendar.send', { index: 0, text: 'x' }, randomUUID())).toEqual({
    output: {},
  })
  supervisor.close()
})

test('a calendar of parts is one file: its lines are told in their order, and no more is held than the longest', async () => {
  const rows = Array.from({ length: 1000 }, (_, at) => `03/03/2099;10h50;A;P${at};${'y'.repeat(100)}`)
  const { output } = await inParts(['date;heure;service;code;note', ...rows].join('\n'))
  expect(output?.taken).toBe(1000)
  expect(output?.report.map(({ line }) => line)).toEqual(rows.map((_, at) => at + 2))
  const part = 'x'.repeat(calendarPart)
  for (let index = 0; index < 61; index++)
    await done(host, 'supervisor', 'commands/calendar.send', { index, text: part })
  const more = await post(host, 'supervisor', 'commands/calendar.send', { index: 61, text: part })
  expect(more.error?.code).toBe('calendarUnreadable')
  const after = await post(host, 'supervisor', 'commands/calendar.send', { index: 61, text: 'x' })
  expect(after.error?.code).toBe('calendarIncomplete')
})

test('a file sent again under its key is the same act, and another file under it is refused', async () => {
  const key = randomUUID()
  const text = 'date;heure;service;code\n03/03/2099;10h50;A;R1'
  const first = await sent(text, key)
  expect(await sent(text, key)).toEqual(first)
  const other = await post(host, 'supervisor', 'commands/appointment.import', { text: `${text}\n` }, key)
  expect(other.error?.code).toBe('commandIdReused')
})

test('a name on a line that is refused is shown once, and nowhere in what the office keeps', async () => {
  const key = randomUUID()
  const name = 'Zyxwvut-Quenneville'
  const text = `date;heure;service;nom\n03/03/2099;10h50;A;Ferrand\n03/03/2099;11h00;A;"${name}`
  const shown = await sent(text, key)
  expect(shown.report[1]).toMatchObject({ line: 3, text: expect.stringContaining(name) })
  const again = await sent(text, key)
  expect(again.report.map(({ line, text: said }) => [line, said])).toEqual([
    [2, ''],
    [3, ''],
  ])
  const files = await readdir(dir, { recursive: true, withFileTypes: true })
  const holding = []
  for (const entry of files)
    if (entry.isFile() && (await readFile(join(entry.parentPath, entry.name))).includes(name))
      holding.push(entry.name)
  expect(holding).toEqual([])
})
