import { join } from 'node:path'
import type { Configuration } from './config/schema.ts'

/** Which office this application has open: the real one, or the training site beside it. */
export type Place = {
  readonly folder: string
  readonly school: boolean
  /** The training clock, ISO 8601, or null: the machine's. */
  readonly at: string | null
}

/**
 * Training data never lie in the folder of a real office: unless a folder was named for them on the command line
 * (`named`), they are in `formation` inside `folder`.
 * @param school what this machine chose; `--school` wins
 */
export function placeOf(
  options: { readonly school: boolean; readonly at: string | null },
  folder: string,
  named: boolean,
  school: boolean,
): Place {
  if (options.school) return { folder: named ? folder : schoolFolder(folder), school: true, at: options.at }
  return { folder: school ? schoolFolder(folder) : folder, school, at: null }
}

const schoolFolder = (folder: string): string => join(folder, 'formation')

/**
 * The environment that tells the host process what to open; the clock has run since `startedAt` (milliseconds).
 * @param host the journal, the office and the port that an administrator gave this machine; the training site has none of them
 * @param syslog where its log also goes, as an administrator said
 */
export function hostEnvironment(
  place: Place,
  pages: string,
  startedAt: number,
  { host = {}, syslog }: Configuration = {},
): Readonly<Record<string, string>> {
  return {
    GUICHET_DATA: place.folder,
    GUICHET_SCHOOL: place.school ? '1' : '',
    ...(place.at === null ? {} : { GUICHET_AT: later(place.at, Date.now() - startedAt) }),
    GUICHET_PAGES: pages,
    ...(syslog !== undefined && { GUICHET_SYSLOG: syslog }),
    ...(!place.school && host.journal !== undefined && { GUICHET_JOURNAL: host.journal }),
    ...(!place.school && host.office !== undefined && { GUICHET_OFFICE: host.office }),
    ...(!place.school && host.port !== undefined && { GUICHET_PORT: String(host.port) }),
  }
}

/**
 * An instant so many milliseconds later, so that a host started again does not go back to the first hour. Without
 * an offset it is the office's own hour, and stays so.
 */
export function later(at: string, elapsed: number): string {
  const local = !/(?:Z|[+-]\d{2}:?\d{2})$/i.test(at)
  const moved = new Date(Date.parse(local ? `${at}Z` : at) + elapsed).toISOString()
  return local ? moved.slice(0, -1) : moved
}
