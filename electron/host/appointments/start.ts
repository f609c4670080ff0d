import type { Journal } from '../../../db/journal/port.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { HandlersOf, Part } from '../core/part.ts'
import { startCoordinating, type Coordinating } from './coordinating.ts'
import { coordinationHandlers } from './coordinationHandlers.ts'
import { startFollowing, type Following, type FollowingOptions } from './following.ts'
import { startImporting } from './importing.ts'
import { calendarProgram } from './program.ts'
import { startSlotSearch, type SlotSearch } from './slotSearch.ts'
import { sourcesHandlers } from './sources.ts'

export type Appointments = Part & {
  readonly handlers: HandlersOf<'appointments'>
  readonly standing: Following['standings']
  readonly heard: Following['heard']
  readonly show: () => Output<'source.show'>
  readonly coordination: Pick<Coordinating, 'services' | 'show'>
  readonly slotSearch: Pick<SlotSearch, 'show' | 'answer'>
}

/** Appointments that come from elsewhere, and what is said elsewhere of those of titles. */
export function startAppointments(
  options: Omit<FollowingOptions, 'program'> & { readonly journal: Pick<Journal, 'consultations'> },
): Appointments {
  const { office, personal, now, act, actedAt, log, journal } = options
  const importing = startImporting({ office, personal, now, act, actedAt, log })
  const following = startFollowing({ ...options, program: calendarProgram() })
  const coordinating = startCoordinating(options)
  const slotSearch = startSlotSearch(options)
  return {
    handlers: {
      ...importing.handlers,
      ...sourcesHandlers({ office, act, following }),
      ...coordinationHandlers({ journal, office, now, act, coordinating }),
      ...slotSearch.handlers,
    },
    standing: following.standings,
    heard: following.heard,
    show: following.show,
    coordination: coordinating,
    slotSearch,
    committed: (commit) => {
      following.committed?.(commit)
      coordinating.committed?.(commit)
    },
    stop: async () => {
      await importing.stop?.()
      await following.stop?.()
      await coordinating.stop?.()
    },
  }
}
