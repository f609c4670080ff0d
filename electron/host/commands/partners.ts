import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isPostgres } from '../../../db/postgres/address.ts'
import { LocalDate } from '../../../shared/contract/ids.ts'
import type { PartnerOffice } from '../../../shared/contract/partners/day.ts'
import { count, shortDuration } from '../../../shared/messages/format/numbers.ts'
import { partnersWords } from '../../../shared/messages/partners/partners.fr.ts'
import { failed } from '../documents/folder.ts'
import { officesOfBase } from '../partners/base.ts'
import { askFigures } from '../partners/figures.ts'
import { isFlawed, readPartners } from '../partners/partners.ts'

const { cli: words, view } = partnersWords

/** `town FILE`, or a database's URL: the day of several offices, one line each; those that give no figures are named with why. */
export async function showPartnersDay(args: readonly string[]): Promise<number> {
  const options = read(args)
  if (options === undefined) {
    process.stderr.write(words.usage)
    return 2
  }
  const { file, on, json } = options
  const partners = isPostgres(file) ? [] : existsSync(file) ? readPartners(file) : 'partnersUnreadable'
  if (partners === 'partnersExposed') return failed(words.exposed(file))
  if (isFlawed(partners)) return failed(words.unreadable(file))
  const offices = isPostgres(file) ? await officesOfBase(file, on) : await askFigures(partners, on)
  if (offices.length === 0) return failed(words.none(file))
  for (const office of offices)
    process.stdout.write(`${json ? JSON.stringify({ date: on, ...office }) : line(office)}\n`)
  return offices.every(({ state }) => state === 'answered') ? 0 : 1
}

const wait = (seconds: number | null) => (seconds === null ? '–' : shortDuration(seconds * 1000))

/** « Mairie annexe : 120 personnes, P50 11 min… »: the columns of the page, in one line. */
function line({ name, state, figures }: PartnerOffice): string {
  if (figures === null) return `${name} : ${state === 'answered' ? '–' : view.states[state]}`
  const { columns } = view
  const { everyone, ended, faults, overtakes, coverage } = figures
  const cells = [
    [columns.people, count(ended.tickets)],
    [columns.median, wait(everyone.median)],
    [columns.p90, wait(everyone.p90)],
    [columns.unserved, count(faults.find(({ fault }) => fault === 'service')?.people ?? 0)],
    [columns.overtakes, count(overtakes.reduce((sum, { people }) => sum + people, 0))],
    [columns.kept, `${count(coverage.within)}/${count(coverage.announced)}`],
  ]
  return `${name} : ${cells.map(([title, value]) => `${title} ${value}`).join(' ; ')}`
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { on: { type: 'string' }, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    const on = LocalDate.safeParse(values.on ?? new Date().toISOString().slice(0, 10))
    if (file === undefined || more.length > 0 || !on.success) return undefined
    return { file: isPostgres(file) ? file : resolve(file), on: on.data, json: values.json }
  } catch {
    return undefined
  }
}
