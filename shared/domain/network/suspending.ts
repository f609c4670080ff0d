import type { StationId } from '../../contract/ids.ts'
import type { StationInTrouble } from '../../contract/network/calls.ts'
import type { Decide, Evolve } from '../decision.ts'
import type { Office } from '../state.ts'
import type { ViewContext } from '../view.ts'
import { stationOf } from './paired.ts'

/** The kiosk of the host's own machine: no pairing made it. */
const ownKiosk = 'kiosk'

/** A kiosk, or other software: a station where people sign in is theirs, and is taken back by the administration alone. */
const isSuspendable = (office: Office, stationId: StationId): boolean =>
  stationId === ownKiosk ||
  stationOf(office, stationId)?.role === 'kiosk' ||
  office.software.tokens.some(({ tokenId }) => (tokenId as string) === stationId)

/** A kiosk or a software that asks too often is no longer answered. Nothing new when it already is suspended. */
export const suspendStation: Decide<'station.suspend'> = (office, { stationId }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (!isSuspendable(office, stationId)) return { refusal: 'unknownStation' }
  return {
    events: office.suspended.has(stationId) ? [] : [{ type: 'stationSuspended', data: { stationId } }],
    output: {},
  }
}

/** Whatever the station became meanwhile: nothing stays suspended that nobody can resume. */
export const resumeStation: Decide<'station.resume'> = (office, { stationId }) =>
  office.suspended.has(stationId)
    ? { events: [{ type: 'stationResumed', data: { stationId } }], output: {} }
    : { refusal: 'unknownStation' }

/** Since when each suspended station is. */
export const evolveSuspended: Evolve = (office, { event, at }) => {
  switch (event.type) {
    case 'stationSuspended':
      return { ...office, suspended: office.suspended.set(event.data.stationId, at) }
    case 'stationResumed':
      return { ...office, suspended: office.suspended.delete(event.data.stationId) }
    default:
      return undefined
  }
}

/** Stations that asked too often, and those that are suspended: what a supervisor decides of them. */
export function stationsInTrouble(office: Office, { model }: Pick<ViewContext, 'model'>): StationInTrouble[] {
  const nameOf = (stationId: StationId): Pick<StationInTrouble, 'name' | 'software'> => {
    const token = office.software.tokens.find(({ tokenId }) => (tokenId as string) === stationId)
    return { name: token?.label ?? stationOf(office, stationId)?.place.name ?? null, software: !!token }
  }
  const suspended = office.suspended
    .entrySeq()
    .map(([stationId, at]) => ({ stationId, ...nameOf(stationId), suspendedAt: at, asks: null }))
  const asking = model.asking
    .filter(({ stationId }) => !office.suspended.has(stationId) && isSuspendable(office, stationId))
    .map(({ stationId, pace, aMinute }) => ({
      stationId,
      ...nameOf(stationId),
      suspendedAt: null,
      asks: { what: pace, aMinute },
    }))
  return [...asking, ...suspended].slice(0, 50)
}
