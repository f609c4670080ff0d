import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { openForReading } from '../../../db/open.ts'
import type { Instant, Seq } from '../../../shared/contract/ids.ts'
import { statisticsWords } from '../../../shared/messages/integrations/statistics.fr.ts'
import { daysBetween } from '../history/days.ts'
import { openFiles } from '../history/openData.ts'
import { historyEquality } from '../history/equality.ts'
import { historyDays } from '../history/readHistory.ts'
import { tellOutside } from '../history/untold.ts'
import { forAll, isTaken, stored } from '../documents/outFile.ts'
import { restored } from '../core/fromJournal.ts'
import { periodAsked } from './periodAsked.ts'

const words = statisticsWords.cli

/** `statistics DIR --from DATE --to DATE --out FOLDER`: the figures of a period in open formats. */
export async function exportOpenStatistics(args: readonly string[]): Promise<number> {
  const options = read(args)
  if (options === undefined) {
    process.stderr.write(words.usage)
    return 2
  }
  const db = await openForReading(resolve(options.folder))
  const journal = sqliteJournal(db)
  try {
    const { office } = await restored(journal)
    const { settings } = office
    if (settings === null) return failed(words.noOffice)
    const days = daysBetween(settings.calendar.zone, options)
    if (!days) return failed(words.badPeriod)
    // The folder's own clock: a training office may have another than the machine.
    const [last] = await journal.read(((await journal.head()).seq - 1) as Seq, 1)
    const now = last?.at ?? (Date.now() as Instant)
    const telling = await tellOutside({ journal, office, now }, days)
    const files = openFiles(
      { ...options, name: settings.address.name },
      await historyDays(telling, days),
      await historyEquality(telling, days),
      settings.services,
    )
    const places = files.map(({ name }) => join(options.out, name))
    if (isTaken(places, options.replace)) return 1
    await mkdir(options.out, { recursive: true })
    for (const [at, { text }] of files.entries())
      if (!(await stored(places[at]!, text, options.replace, forAll))) return 1
    process.stdout.write(
      `${JSON.stringify({ files: files.map(({ name }) => name), folder: resolve(options.out) })}\n`,
    )
    return 0
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error
    return failed(words.unwritable(options.out))
  } finally {
    await journal.close()
  }
}

function failed(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}

/** The period is asked whole. */
function read(args: readonly string[]) {
  const asked = periodAsked(args)
  if (!asked) return undefined
  const { from, to, ...rest } = asked
  return from === null || to === null ? undefined : { ...rest, from, to }
}
