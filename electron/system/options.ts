import { resolve } from 'node:path'
import { shell } from '../../shared/messages/shell.fr.ts'
import { stations, type Station } from '../host/messages.ts'

/** What the command line asks of the application. */
export type Options = {
  readonly station: Station | null
  /** The data folder named on the command line, absolute; null: the usual one. */
  readonly data: string | null
  readonly school: boolean
  /** The instant at which the training clock starts, ISO 8601, with its offset or in the office's zone. */
  readonly at: string | null
}

export const isStation = (name: unknown): name is Station => stations.some((station) => station === name)

/**
 * Reads our options among Chromium's own, which are left alone.
 * @param from the folder against which a relative `--data` is read
 * @returns the options, or a French sentence that says what is wrong
 */
export function readOptions(
  args: readonly string[],
  from: string,
): { readonly options: Options } | { readonly problem: string } {
  const given = {
    station: null as Station | null,
    data: null as string | null,
    school: false,
    at: null as string | null,
  }
  for (let i = 0; i < args.length; i++) {
    const [name = '', inline] = (args[i] ?? '').split(/=(.*)/s)
    if (name === '--school') given.school = true
    if (name !== '--station' && name !== '--data' && name !== '--at') continue
    const value = inline ?? args[++i]
    if (value === undefined || value === '' || value.startsWith('--'))
      return { problem: shell.options.valueMissing(name) }
    if (name === '--data') given.data = resolve(from, value)
    if (name === '--station') {
      if (!isStation(value)) return { problem: shell.options.unknownStation(value, stations) }
      given.station = value
    }
    if (name === '--at') {
      // A day alone has no hour, and a clock needs one.
      if (!value.includes('T') || Number.isNaN(Date.parse(value)))
        return { problem: shell.options.badInstant(value) }
      given.at = value
    }
  }
  if (given.at !== null && !given.school) return { problem: shell.options.atNeedsSchool }
  return { options: given }
}
