import type { HandlersOf } from '../core/part.ts'
import type { Standby } from './part.ts'

/** What a machine of an office that may have two is asked: to take the relay, or to change what lets the other one in. */
export const standbyHandlers = (standby: Pick<Standby, 'promote' | 'renew'>): HandlersOf<'standby'> => ({
  'standby.promote': ({ who }) => standby.promote(who),
  'standby.renewToken': ({ who }) => standby.renew(who),
})
