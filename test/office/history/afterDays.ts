import { openJournal } from '../../../db/open.ts'
import { paris, storeDays, type Came } from '../../db/pastDays.ts'
import type { HostInside } from '../../fixtures/hostInside.ts'
import type { ownHostsInside } from '../../fixtures/ownHosts.ts'

/** A real host on the folder of an office where these people came, long after unless an hour is given. */
export const afterDays =
  (here: ReturnType<typeof ownHostsInside>) =>
  async (people: readonly Came[], at = '2026-12-01T09:00:00+01:00'): Promise<HostInside> => {
    const journal = await openJournal(here.dir)
    await storeDays(journal, people)
    await journal.close()
    return here.start({ at })
  }

/** A day of nine people, seven for one service. */
export const march3: readonly Came[] = [
  { at: paris('2026-03-03T09:05'), wait: 600, end: 'filed', announcedP90: 900 },
  { at: paris('2026-03-03T09:10'), wait: 1200, end: 'refused', announcedP90: 900 },
  { at: paris('2026-03-03T09:40'), wait: 300, end: 'filed', priority: 'law', call: ['legalPriority', 2] },
  { at: paris('2026-03-03T14:00'), wait: 900, end: 'filed', announcedP90: 900, arrangement: true },
  { at: paris('2026-03-03T14:05'), wait: 1800, end: 'left', announcedP90: 900 },
  { at: paris('2026-03-03T14:06'), wait: 60, end: 'left', announcedP90: 900 },
  { at: paris('2026-03-03T14:10'), wait: 120, end: 'absent' },
  { at: paris('2026-03-03T16:50'), wait: 600, end: 'unserved', service: 'etat-civil' },
  { at: paris('2026-03-03T16:51'), wait: 270, end: 'information', service: 'etat-civil' },
]
