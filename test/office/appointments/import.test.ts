import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'

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

test('while a calendar of unmatched ends is read, a ticket is taken', async () => {
  const text = `BEGIN:VCALENDAR\n${'BEGIN:X\n'.repeat(100_000)}${'END:Y\n'.repeat(140_000)}`
  const order: string[] = []
  const imported = post(host, 'supervisor', 'commands/appointment.import', { text }).then(({ error }) => {
    order.push('imported')
    return error?.code
  })
  await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  order.push('taken')
  expect(await imported).toBe('calendarUnreadable')
  expect(order).toEqual(['taken', 'imported'])
})

test('a file that is too long is told how long it may be, as is another act', async () => {
  const text = 'x'.repeat(4 * 1024 * 1024)
  const imported = await post(host, 'supervisor', 'commands/appointment.import', { text })
  expect(imported.error).toMatchObject({
    code: 'tooLarge',
    message: expect.stringMatching(/\(4 Mio au plus\)$/),
  })
  expect(imported.error?.message).not.toContain('256')
  const taken = await post(host, 'kiosk', 'commands/ticket.take', { serviceId: text })
  expect(taken.error).toMatchObject({
    code: 'tooLarge',
    message: expect.stringMatching(/\(256 Kio au plus\)$/),
  })
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
