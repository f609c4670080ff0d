import { shell } from '../../shared/messages/shell.fr.ts'
import { OfficeId } from '../../shared/contract/ids.ts'
import type { Configured } from './config/read.ts'

/** The database that the command line names for the office's journal, and which of its offices. */
export type JournalAsked = { readonly journal: string | null; readonly office: string | null }

/**
 * What is wrong with a journal asked for on the command line, as a French sentence; null when nothing is. Every account
 * of the machine reads its command lines: a password is in `~/.pgpass`, PGPASSWORD, or the configuration's file.
 */
export function journalProblem({ journal, office }: JournalAsked, school: boolean): string | null {
  const words = shell.options
  if (journal === null) return office === null ? null : words.officeNeedsJournal
  if (school) return words.journalNotOfSchool
  const url = /^postgres(?:ql)?:\/\/[^\s@?]+/i.test(journal) ? URL.parse(journal.replace(/,[^/]*/, '')) : null
  if (!url) return words.badJournal
  if (url.password !== '' || url.searchParams.has('password')) return words.journalTellsPassword
  if (office !== null && !OfficeId.safeParse(office).success) return words.badOffice(office)
  return null
}

/** The machine's configuration, where the command line's journal takes the place of its own. */
export function withJournal(configured: Configured, { journal, office }: JournalAsked): Configured {
  if (journal === null || 'problem' in configured) return configured
  const { configuration } = configured
  const { journal: _other, office: _its, ...host } = configuration.host ?? {}
  return {
    ...configured,
    configuration: { ...configuration, host: { ...host, journal, ...(office !== null && { office }) } },
  }
}
