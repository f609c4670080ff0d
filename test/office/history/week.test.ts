import { afterEach, expect, test } from 'vitest'
import { DrivenOffice, type DrivenOptions } from '../../fixtures/week/drivenOffice.ts'
import { startEscposListener, type EscposListener } from '../../fixtures/escposListener.ts'
import type { Wrong } from '../../fixtures/week/differences.ts'
import { journalPapers } from '../../fixtures/week/papers.ts'
import { saidNow } from '../../fixtures/week/said.ts'
import { publishedPage, saidOfWeek } from '../../fixtures/week/saidOfWeek.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'

// By day, one office through two days; by night, five of them through a week, each elsewhere and busier than the one before.

const night = Number(process.env['GUICHET_RUNS'] ?? 100) > 100
const paris = { zone: 'Europe/Paris', holidays: 'metropole', offset: '+01:00' }
const places: readonly (Omit<DrivenOptions, 'dir' | 'printer'> & { readonly name: string })[] = [
  { name: 'une petite mairie', seed: 11, pace: 150, ...paris },
  { name: 'une mairie chargée', seed: 12, pace: 55, ...paris },
  { name: 'une sous-préfecture', seed: 13, pace: 60, ...paris },
  { name: 'La Réunion', seed: 14, pace: 90, zone: 'Indian/Reunion', holidays: 'reunion', offset: '+04:00' },
  { name: 'Cayenne', seed: 15, pace: 70, zone: 'America/Cayenne', holidays: 'guyane', offset: '-03:00' },
]
const week = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06']
const hours = 8.3 * 3600

const dirs: string[] = []
const offices: DrivenOffice[] = []
const printers: EscposListener[] = []
afterEach(async () => {
  await Promise.all(offices.splice(0).map(({ host }) => host.kill()))
  await Promise.all(dirs.splice(0).map(removeFolder))
  await Promise.all(printers.splice(0).map((printer) => printer.stop()))
})

/** Lives these days from outside, and says where a figure is not the one that was counted there. @param left the day left open */
async function lived(place: Omit<DrivenOptions, 'dir' | 'printer'>, days: readonly string[], left: string) {
  const dir = await newFolder()
  dirs.push(dir)
  const printer = await startEscposListener()
  printers.push(printer)
  const office = new DrivenOffice({ ...place, dir, printer })
  const wrong: Wrong[] = []
  const look = async (closed = false, over = closed) =>
    void wrong.push(...(await saidNow(office, { closed, over })))
  const acts = Math.round(hours / place.pace)
  for (const [at, date] of days.entries()) {
    await office.start(date)
    if (at === 0) offices.push(office)
    if (at === 0) await office.settle()
    await office.open(date, at > 0 && days[at - 1] === left)
    await office.live(acts, look, Math.max(20, Math.round(acts / 8)))
    if (date !== left) await office.close()
    await look(date !== left)
    // Left open, it is looked at in its night: whoever waits waited until midnight.
    if (date === left) await office.later(office.today.ends + 3_600_000 - office.now)
    if (date === left) await look()
    if (at === days.length - 1) {
      await office.reopen()
      await look(true, false)
      await office.live(24, () => look(true, false), 12)
      await office.close()
      await look(true)
    }
    await office.host.stop()
  }
  // The Monday after: the week is over.
  await office.startAfter('2026-03-09')
  wrong.push(...(await saidOfWeek(office)))
  await office.host.stop()
  await office.startAfter('2026-04-02')
  wrong.push(...(await publishedPage(office)))
  await office.host.stop()
  wrong.push(...(await journalPapers(dir, office.days, place.offset)))
  return wrong
}

for (const { name, ...place } of night ? places : places.slice(1, 2))
  test(
    `every figure said of ${name} is the one counted outside, on screen, in exports and on the page of commitments`,
    async () => {
      const days = night ? week : week.slice(0, 2)
      expect(await lived(place, days, days[night ? 2 : 0]!)).toEqual([])
    },
    night ? 600_000 : 180_000,
  )
