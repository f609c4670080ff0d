import { usualScreen, type ScreenSettings } from '../../contract/media/screens.ts'
import type { StationId } from '../../contract/ids.ts'
import type { Decide, Evolve } from '../decision.ts'
import type { Office } from '../state.ts'
import { stationOf } from '../network/paired.ts'
import type { View } from '../view.ts'

/** The usual settings have no station: this key in the state, which no station's id is. */
const usual = ''
/** Displays listed at most. */
const shown = 200

/** The settings of one display, or the usual ones when no station is named. */
export const setScreen: Decide<'screen.set'> = (office, screen) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (screen.stationId !== null && stationOf(office, screen.stationId)?.role !== 'display')
    return { refusal: 'unknownStation' }
  return { events: [{ type: 'screenSet', data: screen }], output: {} }
}

/** The settings of each display that is still paired. */
export const evolveScreens: Evolve = (office, { event }) => {
  if (event.type !== 'screenSet') return undefined
  const { stationId, settings } = event.data
  // A display that is no more leaves its settings with it.
  const still = office.screens.filter((_, key) => key === usual || office.stations.has(key as StationId))
  return { ...office, screens: still.set(stationId ?? usual, settings) }
}

const settingsOf = ({ screens }: Office, stationId: StationId | null): ScreenSettings =>
  screens.get(stationId ?? usual) ?? screens.get(usual) ?? usualScreen

/** The usual settings, then those of each display in the order of pairing, 200 at most. */
export const screensView: View<'screens.view'> = (office) => ({
  screens: [
    { stationId: null, name: null, settings: settingsOf(office, null), own: true },
    ...office.stations
      .valueSeq()
      .filter(({ role, revokedAt }) => role === 'display' && revokedAt === null)
      .sort((one, other) => one.pairedAt - other.pairedAt || (one.stationId < other.stationId ? -1 : 1))
      .take(shown)
      .map(({ stationId, place }) => ({
        stationId,
        name: place.name,
        settings: settingsOf(office, stationId),
        own: office.screens.has(stationId),
      })),
  ],
})

/** The settings of the display that asks, else the usual ones. */
export const ownScreenView: View<'screen.own'> = (office, _input, { who }) =>
  settingsOf(office, who.stationId)
