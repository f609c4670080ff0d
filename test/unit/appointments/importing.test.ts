import { expect, test } from 'vitest'
import { startImporting, type ImportingOptions } from '../../../electron/host/appointments/importing.ts'
import type { Answer } from '../../../electron/host/core/answer.ts'
import type { Handler } from '../../../electron/host/core/part.ts'
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
    now: () => office.now,
    act: async (...asked) => {
      acts.push(asked)
      return { text: '{}' }
    },
    log: { info: () => {}, fault: () => {} },
    ...more,
  })
  const send = part.handlers['appointment.import'] as Handler<'appointment.import'>
  const imports = (text: string): Promise<Answer> =>
    Promise.resolve(send({ input: { text } } as Parameters<typeof send>[0]))
  return { acts, imports, stop: async () => part.stop?.() }
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

test('files are read one at a time, and those past the fourth are asked to come again', async () => {
  const { imports, stop } = importing({ program: forEver })
  const under = Array.from({ length: 4 }, () => imports('date'))
  expect(await imports('date')).toEqual({ code: 'calendarsWaiting' })
  await stop()
  expect(await Promise.all(under)).toEqual(Array(4).fill({ code: 'closing' }))
})
