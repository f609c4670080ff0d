import type { StationFacts, StationPlace } from '../../contract/network/calls.ts'
import type { Decide, Evolve, Decisions, Evolutions } from '../decision.ts'
import { zoneOf, type Office } from '../state.ts'
import type { View, Views } from '../view.ts'
import { stationOf } from './paired.ts'
import { ownDisplay, ownDisplayKept, type PairedStation } from './state.ts'
import { evolveSuspended, resumeStation, suspendStation } from './suspending.ts'

/** Revoked stations kept, and hosts known, at most. */
const keptRevoked = 200
const keptHosts = 16
/** Stations shown at most: the contract's bound. */
const shown = 200

/** Why a station can't stand there. */
export const placeProblem = (
  office: Office,
  place: StationPlace,
): 'officeNotCreated' | 'unknownCounter' | null => {
  if (office.settings === null) return 'officeNotCreated'
  return place.counterId !== null && !office.counters.has(place.counterId) ? 'unknownCounter' : null
}

/** A station whose code or link has been proved; its token stays with it, the journal has the hash. */
const pairStation: Decide<'station.pair'> = (office, { place, ...station }) => {
  const problem = placeProblem(office, place)
  if (problem) return { refusal: problem }
  return { events: [{ type: 'stationPaired', data: { ...station, place } }], output: {} }
}

const revokeStation: Decide<'station.revoke'> = (office, { stationId }) => {
  const station = office.stations.get(stationId)
  if (!station) return { refusal: 'unknownStation' }
  return {
    events: station.revokedAt === null ? [{ type: 'stationRevoked', data: { stationId } }] : [],
    output: {},
  }
}

const announceDoor: Decide<'door.announce'> = (office, host) =>
  office.settings === null
    ? { refusal: 'officeNotCreated' }
    : { events: [{ type: 'doorAnnounced', data: host }], output: {} }

const evolveStations: Evolve = (office, { event, at }) => {
  switch (event.type) {
    case 'stationPaired': {
      const { stationId } = event.data
      return {
        ...office,
        stations: office.stations.set(stationId, { ...event.data, pairedAt: at, revokedAt: null }),
      }
    }
    case 'stationRevoked': {
      const station = office.stations.get(event.data.stationId)
      if (!station) return office
      return {
        ...office,
        stations: bounded(office.stations.set(station.stationId, { ...station, revokedAt: at })),
        suspended: office.suspended.delete(station.stationId),
      }
    }
    case 'doorAnnounced': {
      // The last to announce itself is the last of the list: the first of too many is the one that no longer does.
      const hosts = [...office.hosts.filter(({ hostId }) => hostId !== event.data.hostId), event.data]
      return { ...office, hosts: hosts.slice(-keptHosts) }
    }
    case 'followerRenewed':
      return { ...office, hosts: office.hosts.filter(({ hostId }) => !event.data.withdrawn.includes(hostId)) }
    case 'hostPromoted':
      return { ...office, epoch: Math.max(office.epoch, event.data.epoch) }
    default:
      return undefined
  }
}

const bounded = (stations: Office['stations']): Office['stations'] => {
  const revoked = stations.filter(({ revokedAt }) => revokedAt !== null)
  return revoked.size <= keptRevoked
    ? stations
    : stations.deleteAll(
        revoked
          .sortBy(({ revokedAt }) => revokedAt)
          .keySeq()
          .take(revoked.size - keptRevoked),
      )
}

const factsOf = ({ stationId, role, place, kind, until }: PairedStation): StationFacts => ({
  stationId,
  role,
  place,
  kind,
  until,
})

const stationsView: View<'stations.view'> = (office, _input, { now, model: { network } }) => {
  const paired = office.stations.valueSeq().filter(({ revokedAt }) => revokedAt === null)
  return {
    zone: zoneOf(office),
    stations: paired
      .sort((one, other) => other.pairedAt - one.pairedAt || (one.stationId < other.stationId ? 1 : -1))
      .take(shown)
      .map((station) => {
        const here = network.presence.get(station.stationId)
        return {
          ...factsOf(station),
          pairedAt: station.pairedAt,
          connected: here?.connected ?? 0,
          lastSeen: here?.lastSeen ?? null,
        }
      })
      .toArray(),
    total: paired.count(),
    ownDisplay: now - (network.presence.get(ownDisplay)?.lastSeen ?? -Infinity) < ownDisplayKept,
    door: network.door,
    pairing: network.pairing,
    lastPairing: network.lastPairing,
  }
}

const ownStationView: View<'station.me'> = (office, _input, { who, model }) => {
  const station = stationOf(office, who.stationId)
  return {
    station: station ? factsOf(station) : null,
    hosts: [...office.hosts],
    signIn: model.signIn,
    dayOpen: office.day !== null,
    suspended: office.suspended.has(who.stationId),
  }
}

/** Each command of the network, and what decides it. */
export const networkDecisions = {
  'station.pair': pairStation,
  'station.revoke': revokeStation,
  'station.suspend': suspendStation,
  'station.resume': resumeStation,
  'door.announce': announceDoor,
} satisfies Decisions

/** Each view of the network, and what makes it. */
export const networkViews = {
  'stations.view': stationsView,
  'station.me': ownStationView,
} satisfies Views

/** Each event of the network, and what it changes in the office. */
export const networkEvolutions = {
  stationRevoked: evolveStations,
  stationPaired: evolveStations,
  stationSuspended: evolveSuspended,
  stationResumed: evolveSuspended,
  doorAnnounced: evolveStations,
  hostPromoted: evolveStations,
  followerRenewed: evolveStations,
} satisfies Evolutions
