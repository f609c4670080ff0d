import { backupsKept, kindsKept, tablesKept } from '../../../db/personal/register.ts'
import type { Reading } from '../reading.ts'

/** The register of processing (GDPR 30), from what the program really keeps. */
export const getRegister: Reading<'register.get'> = async (_asked, { office }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  return {
    office: office.settings.address.name,
    kinds: kindsKept(office.archives.terms),
    tables: tablesKept().map(({ table, holds, personal, keeps }) => ({ table, holds, personal, keeps })),
    backupsKeptDays: backupsKept,
  }
}
