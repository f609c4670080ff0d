import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { startRecent } from '../../../db/journal/recentAnswers.ts'
import { openJournal } from '../../../db/open.ts'
import { answer } from './answersAndJobs.ts'
import { batch, commandId } from '../facts.ts'
import { ownFolder } from '../folder.ts'

describe('command ids that were just answered', () => {
  const width = 4
  const firstOf = (id: string) => Number(id.split('-')[0]) * width
  const id = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 6 }))
    .map(([instant, nth]) => `${instant}-${nth}`)

  property.prop([fc.integer({ min: -1, max: 60 }), fc.array(id, { maxLength: 120 })])(
    'one that was answered is never new, whatever the order of their instants, and no place is given twice',
    (last, ids) => {
      const recent = startRecent(last, { firstOf, width })
      const stored = new Set<string>()
      const places = new Set<number>()
      for (const one of ids) {
        if (recent.isNew(one)) {
          expect(stored.has(one)).toBe(false)
          expect(firstOf(one)).toBeGreaterThan(last)
        } else if (firstOf(one) > last) expect(stored.has(one), 'nothing is read for a new one').toBe(true)
        if (stored.has(one)) continue
        const place = recent.place(one)
        if (place !== undefined) {
          expect(places.has(place)).toBe(false)
          expect(place).toBeGreaterThan(last)
          places.add(place)
        }
        recent.stored(one)
        stored.add(one)
      }
    },
  )

  test('after a rush of thousands, the first ones are for the table to tell, and the last ones are known', () => {
    const recent = startRecent(-1, { firstOf, width })
    for (let instant = 0; instant < 5000; instant++) recent.stored(`${instant}-0`)
    expect([recent.isNew('3-1'), recent.place('3-1')]).toEqual([false, undefined])
    expect([recent.isNew('4999-0'), recent.isNew('4999-1'), recent.place('4999-1')]).toEqual([
      false,
      true,
      4999 * width + 1,
    ])
    expect(recent.isNew('5000-0')).toBe(true)
  })
})

test('forty acts whose ids are of one millisecond have each their answer, once, after a reopening too', async () => {
  const folder = ownFolder()
  let journal = await openJournal(folder)
  for (let count = 0; count < 40; count++)
    await journal.append(0, batch({ answers: [answer(count, `{"n":${count}}`)] }))
  for (const when of ['now', 'after']) {
    for (let count = 0; count < 40; count++)
      expect((await journal.answer(commandId(count)))?.output, when).toBe(`{"n":${count}}`)
    expect(await journal.answer(commandId(40))).toBeUndefined()
    await expect(journal.append(0, batch({ answers: [answer(7)] }))).rejects.toThrow()
    await journal.close()
    journal = await openJournal(folder)
  }
  await journal.append(0, batch({ answers: [answer(40)] }))
  expect(await journal.answer(commandId(40))).toBeDefined()
  await journal.close()
})
