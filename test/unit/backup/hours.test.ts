import { expect, test } from 'vitest'
import { plainSpaces } from '../../../shared/contract/letters.ts'
import { backups } from '../../../shared/messages/backup/backup.fr.ts'
import { doctor } from '../../../shared/messages/backup/doctor.fr.ts'
import { comparedSaid, journalPage } from '../../../shared/messages/backup/journal.fr.ts'

// 3 March 2026 at 9:42 in Paris is 19:42 in Nouméa: an administrator there reads the hours of their own clock.
const at = Date.parse('2026-03-03T08:42:00Z')
const zone = 'Pacific/Noumea'
const there = 'mardi 3 mars 2026 à 19 h 42'

test('what a restore, the doctor, a verification and the page say of an hour is in the zone of the office', () => {
  const behind = { is: 'behind', known: { seq: 12, at } } as const
  for (const said of [
    backups.restored('Mairie', at, zone, 12, '/srv'),
    backups.signedBy('Mairie', 'abcd', at, zone),
    doctor.backup(at, zone),
    doctor.outside('/usb', at, zone),
    doctor.future(at, zone),
    comparedSaid(behind, 1, zone),
    journalPage.help.behind(10, 12, at, zone),
  ])
    expect(plainSpaces(said)).toContain(there)
})
