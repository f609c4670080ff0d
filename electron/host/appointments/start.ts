import type { Output } from '../../../shared/contract/index.ts'
import type { HandlersOf, Part } from '../core/part.ts'
import { startFollowing, type Following, type FollowingOptions } from './following.ts'
import { startImporting } from './importing.ts'
import { calendarProgram } from './program.ts'
import { sourcesHandlers } from './sources.ts'

export type Appointments = Part & {
  readonly handlers: HandlersOf<'appointments'>
  readonly standing: Following['standing']
  readonly heard: Following['heard']
  readonly show: () => Output<'source.show'>
}

/** Appointments that come from elsewhere: a file that is sent, a source that is followed. */
export function startAppointments(options: Omit<FollowingOptions, 'program'>): Appointments {
  const { office, now, act, log } = options
  const importing = startImporting({ office, now, act, log })
  const following = startFollowing({ ...options, program: calendarProgram() })
  return {
    handlers: { ...importing.handlers, ...sourcesHandlers({ office, act, following }) },
    standing: following.standing,
    heard: following.heard,
    show: () => {
      const file = following.file()
      return {
        source: file?.settings ?? null,
        hasSecret: file?.secret != null,
        hasNoticeSecret: file?.noticeSecret !== undefined,
        standing: following.standing(),
        exchanges: [...following.exchanges()],
        returnUri: following.signing.returnUri,
        signedIn: following.signing.signedIn(file),
      }
    },
    committed: following.committed,
    stop: async () => {
      await importing.stop?.()
      await following.stop?.()
    },
  }
}
