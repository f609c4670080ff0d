import { resolve } from 'node:path'
import { installed } from '../../shared/messages/updates/installed.fr.ts'
import { shell } from '../../shared/messages/shell.fr.ts'
import { isStation, stations, type Station } from '../../shared/contract/stations.ts'
import { journalProblem } from './journalAsked.ts'

/** What the command line asks of the application. */
export type Options = {
  readonly station: Station | null
  /** The data folder named on the command line, absolute; null: the usual one. */
  readonly data: string | null
  readonly school: boolean
  /** The instant at which the training clock starts, ISO 8601, with its offset or in the office's zone. */
  readonly at: string | null
  /** The office's host alone, without a window: a service. */
  readonly host: boolean
  /** Its port on this machine; null: the configuration's, else a free one. */
  readonly port: number | null
  /** A configuration to read in the place of the system's. */
  readonly config: string | null
  /** The database that keeps the office's journal, and which of its offices; null: the configuration's, else the folder's own file. */
  readonly journal: string | null
  readonly office: string | null
}

/** The options that take a value. */
const valued: ReadonlySet<string> = new Set([
  '--station',
  '--data',
  '--at',
  '--port',
  '--config',
  '--journal',
  '--office',
])

/**
 * Reads our options among Chromium's own, which are left alone.
 * @param from the folder against which a relative `--data` is read
 * @returns the options, or a French sentence that says what is wrong
 */
export function readOptions(
  args: readonly string[],
  from: string,
): { readonly options: Options } | { readonly problem: string } {
  const parsed = {
    station: null as Station | null,
    data: null as string | null,
    school: false,
    at: null as string | null,
    host: false,
    port: null as number | null,
    config: null as string | null,
    journal: null as string | null,
    office: null as string | null,
  }
  for (let i = 0; i < args.length; i++) {
    const [name = '', inline] = (args[i] ?? '').split(/=(.*)/s)
    if (name === '--school') parsed.school = true
    if (name === '--host') parsed.host = true
    if (!valued.has(name)) continue
    const value = inline ?? args[++i]
    if (value === undefined || value === '' || value.startsWith('--'))
      return { problem: shell.options.valueMissing(name) }
    if (name === '--data') parsed.data = resolve(from, value)
    if (name === '--config') parsed.config = resolve(from, value)
    if (name === '--journal') parsed.journal = value
    if (name === '--office') parsed.office = value
    if (name === '--port') {
      const port = Number(value)
      if (!/^\d{4,5}$/.test(value) || port < 1024 || port > 65_535)
        return { problem: installed.options.badPort(value) }
      parsed.port = port
    }
    if (name === '--station') {
      if (!isStation(value)) return { problem: shell.options.unknownStation(value, stations) }
      parsed.station = value
    }
    if (name === '--at') {
      // A day alone has no hour, and a clock needs one.
      if (!value.includes('T') || Number.isNaN(Date.parse(value)))
        return { problem: shell.options.badInstant(value) }
      parsed.at = value
    }
  }
  if (parsed.at !== null && !parsed.school) return { problem: shell.options.atNeedsSchool }
  if (parsed.host && parsed.station !== null) return { problem: installed.options.hostHasNoWindow }
  const problem = journalProblem(parsed, parsed.school)
  return problem === null ? { options: parsed } : { problem }
}
