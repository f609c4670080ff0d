import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startImporting, type ImportingOptions } from '../../../electron/host/appointments/importing.ts'
import type { Answer } from '../../../electron/host/core/answer.ts'
import type { Handler } from '../../../electron/host/core/part.ts'
import { CommandId } from '../../../shared/contract/ids.ts'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

const nine = Date.UTC(2026, 2, 3, 8)
const office = PureOffice.school(nine)
type Acted = Parameters<ImportingOptions['act']>

/** Imports over acts that are only noted. */
function importing(more: Partial<ImportingOptions> = {}) {
  const acts: Acted[] = []
  const part = startImporting({
    office: () => office.office,
    personal: () => office.personal,
    now: () => office.now,
    act: async (...asked) => {
      acts.push(asked)
      return { text: JSON.stringify({ taken: 1, skipped: 0, report: [{ line: acts.length }] }) }
    },
    actedAt: () => -Infinity,
    log: { info: () => {}, fault: () => {} },
    ...more,
  })
  const send = part.handlers['appointment.import'] as Handler<'appointment.import'>
  const imports = (text: string, stationId = 'supervisor', id: CommandId = commandId): Promise<Answer> =>
    Promise.resolve(
      send({ who: { stationId }, input: { text }, commandId: id } as Parameters<typeof send>[0]),
    )
  return { acts, imports, stop: async () => part.stop?.() }
}

const commandId = '0198c1f2-0000-7abc-8def-0123456789ab' as CommandId

const another = () => randomUUID() as string as CommandId

/** How a thread of this process gives way: the 19th field of its line (proc_pid_stat(5)). */
const nicenessOf = (thread: string): number => {
  const line = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
  return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[16])
}

/** A thread that never ends. */
const forEver = new URL('data:text/javascript,for(;;);')

test('what is read apart goes to the decision, which has no text of the file', async () => {
  const { acts, imports } = importing()
  await imports('date;heure;service;nom\n03/03/2026;10h50;A;Zyxwvut')
  const [[, name, input, , , ready] = []] = acts
  expect(name).toBe('appointment.import')
  expect(JSON.stringify(input)).not.toContain('Zyxwvut')
  expect(ready?.calendar?.appointments).toMatchObject([{ line: 2, name: 'Zyxwvut', service: 'titres' }])
})

test('a file is decided some lines at a time, each always the same act, and answered as one', async () => {
  const { acts, imports } = importing()
  const rows = Array.from(
    { length: 1000 },
    (_, at) => `2026-03-04;10:${String(at % 60).padStart(2, '0')};A;${at}`,
  )
  const text = ['date;heure;service;code', ...rows].join('\n')
  const answer = await imports(text)
  const sizes = acts.map(([, , , , , ready]) => ready?.calendar?.appointments.length ?? 0)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(16)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1000)
  const ids = acts.map(([, , , id]) => id)
  expect(ids[0]).toBe(commandId)
  expect(new Set(ids.map((id) => CommandId.parse(id))).size).toBe(acts.length)
  expect(JSON.parse((answer as { text: string }).text)).toEqual({
    taken: acts.length,
    skipped: 0,
    report: acts.map((_, at) => ({ line: at + 1 })),
  })
  await imports(text)
  expect(acts.slice(ids.length).map(([, , , id]) => id)).toEqual(ids)
})

test('what a file cancels goes with the line that says it', async () => {
  const { acts, imports } = importing()
  const rows = Array.from({ length: 240 }, (_, at) =>
    at % 3 === 0 ? `2026-03-04;10:00;A;C${at};annulé` : `2026-03-04;10:00;A;C${at};`,
  )
  await imports(['date;heure;service;code;statut', ...rows].join('\n'))
  for (const [, , , , , ready] of acts) {
    const { report, appointments, cancelled } = ready!.calendar!
    const lines = report.map(({ line }) => line)
    expect([...appointments, ...cancelled].map(({ line }) => line).toSorted((a, b) => a - b)).toEqual(lines)
  }
})

test('each part of a file knows every id that the whole file has', async () => {
  const { acts, imports } = importing()
  const rows = Array.from({ length: 60 }, (_, at) => `2026-03-04;10:00;A;u${at};${at === 50 ? 'annulé' : ''}`)
  await imports(['date;heure;service;uid;statut', ...rows].join('\n'))
  expect(acts.length).toBeGreaterThan(1)
  for (const [, , , , , ready] of acts) expect(ready?.calendar?.uids.size).toBe(60)
})

test('one text is one act, another text is another', async () => {
  const { acts, imports } = importing()
  for (const text of ['date;heure', 'date;heure', 'date;nom']) await imports(text)
  const [first, again, other] = acts.map(([, , input]) => (input as { text: string }).text)
  expect(again).toBe(first)
  expect(other).not.toBe(first)
})

test('a calendar that takes too long or too much memory is refused with what to do, and nothing is decided', async () => {
  const late = importing({ program: forEver, bounds: { milliseconds: 100, megabytes: 64 } })
  expect(await late.imports('date')).toEqual({ code: 'calendarTooHeavy' })
  const heavy = importing({
    program: new URL('data:text/javascript,const all=[];for(;;)all.push({at:all.length})'),
    bounds: { milliseconds: 60_000, megabytes: 16 },
  })
  expect(await heavy.imports('date')).toEqual({ code: 'calendarTooHeavy' })
  expect([late.acts, heavy.acts]).toEqual([[], []])
  expect(refusals.calendarTooHeavy).toMatch(/Envoyez un fichier plus court/)
})

test.runIf(process.platform === 'linux')(
  'a thread that reads a file gives way to whoever acts: its share of the processor is small, and so are its slices',
  async () => {
    const before = new Set(readdirSync('/proc/self/task'))
    const { imports, stop } = importing()
    await imports('date;heure;service;nom\n03/03/2026;10h50;A;Zyxwvut')
    const begun = readdirSync('/proc/self/task').filter((thread) => !before.has(thread))
    expect(begun.map(nicenessOf)).toContain(10)
    const slices = begun.map(
      (thread) => spawnSync('/usr/bin/chrt', ['--pid', thread], { encoding: 'utf8' }).stdout,
    )
    // A system that knows no slice of a thread's own shows none.
    if (slices.some((said) => said.includes('runtime'))) expect(slices.join('')).toContain(': 100000\n')
    await stop()
  },
)

test('files are read one at a time, and those past the fourth are asked to come again', async () => {
  const { imports, stop } = importing({ program: forEver })
  const under = ['one', 'one', 'two', 'two'].map((station) => imports('date', station, another()))
  expect(await imports('date', 'three')).toEqual({ code: 'calendarsWaiting' })
  await stop()
  expect(await Promise.all(under)).toEqual(Array(4).fill({ code: 'closing' }))
})

test('a page that asks the same import again while it is under way has its answer, and takes no place', async () => {
  const { acts, imports } = importing()
  const text = 'date;heure;service;nom\n03/03/2026;10h50;A;Zyxwvut'
  const all = await Promise.all([imports(text), imports(text), imports(text), imports(text)])
  expect(new Set(all).size, 'the same answer').toBe(1)
  expect(all[0]).toHaveProperty('text')
  expect(acts).toHaveLength(1)
  const other = await Promise.all([imports(text), imports(`${text} B`)])
  expect(other[0], 'another file under its id is another').not.toBe(other[1])
  expect(acts).toHaveLength(3)
})

test('a station that sends files without end leaves the others a place', async () => {
  const { imports, stop } = importing({ program: forEver })
  const all = Array.from({ length: 6 }, () => imports('date', 'software', another()))
  const other = imports('date', 'supervisor')
  await stop()
  expect(await Promise.all(all)).toEqual([
    { code: 'closing' },
    { code: 'closing' },
    ...Array<object>(4).fill({ code: 'calendarsWaiting' }),
  ])
  expect(await other).toEqual({ code: 'closing' })
})
