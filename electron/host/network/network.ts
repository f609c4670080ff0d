import type { Input } from '../../../shared/contract/index.ts'
import type { OfficeHost, PairingNow } from '../../../shared/contract/network/calls.ts'
import { placeProblem } from '../../../shared/domain/network/network.ts'
import { done, type Answer } from '../core/answer.ts'
import type { HandlersOf } from '../core/part.ts'
import { interfacesNow, machineNames } from './addresses.ts'
import { announcing } from './announce.ts'
import { networkFolder, type NetworkFile } from './folder.ts'
import { startHeard } from './heard.ts'
import { startKeys } from './keys.ts'
import { startLanDoor } from './lanDoor.ts'
import { active, hasStations, stationOfToken } from './paired.ts'
import { startPairing } from './pairing.ts'
import type { Network, NetworkOptions } from './part.ts'
import { startRefusalLog } from './refusalLog.ts'
import { startPresence } from './presence.ts'
import { ownDisplay } from '../../../shared/domain/network/state.ts'

/** Between two looks at the hour and at the machine's addresses, in milliseconds. */
const tickEvery = 30_000

/** Until a station is to be paired, or a second computer linked, it answers nothing beyond this machine. */
export function startNetwork(options: NetworkOptions): Network {
  const { dir, office, zone, now, newId, log, actAsHost, isLinked, onChange } = options
  const folder = networkFolder(dir)
  let state = folder.read()
  const save = (change: Partial<NetworkFile>) => {
    const next = { ...state, ...change }
    folder.write(next)
    state = next
  }
  const keys = startKeys({
    folder,
    state: () => state,
    save,
    // A certificate is read by the stations' own clocks: not at a training office's hour.
    now: () => (office().school ? Date.now() : now()),
    zone,
  })
  const pairing = startPairing({ now, newId, onChange: () => changed() })
  const presence = startPresence({
    now,
    seen: folder.seen(),
    keep: (seen) => {
      try {
        folder.keepSeen(seen)
      } catch (error) {
        // A failure only affects what the page shows of stations that are away.
        log.fault('stationsSeen', error)
      }
    },
    known: (stationId) => stationId === ownDisplay || active(office(), stationId) !== undefined,
    onChange,
  })
  // After a restart, papers of a kiosk that was cut would come as of its last act.
  const keeping = (keep: () => void) => {
    try {
      keep()
    } catch (error) {
      log.fault('kiosksHeard', error)
    }
  }
  const heard = startHeard({
    now,
    before: { heard: folder.heard(), silences: folder.silences() },
    keep: (hours) => keeping(() => folder.keepHeard(hours)),
    keepSilences: (silences) => keeping(() => folder.keepSilences(silences)),
    told: (stationId) => office().kiosksHeard.get(stationId),
  })
  const door = startLanDoor({
    settings: () => state.settings,
    keepPort: (port) => save({ settings: { ...state.settings, port } }),
    keys,
    log,
    onChange,
  })
  const refused = startRefusalLog(log)
  const announce = announcing(() => office().settings?.address.name ?? 'Guichet')
  let stopped = false
  /** Pairings about to open or to be recorded: a commit meanwhile must not close the door. */
  let underWay = 0
  const keptOpen = <T>(work: Promise<T>): Promise<T> => {
    underWay++
    return work.finally(() => {
      underWay--
    })
  }

  /** The door answers on the network while a station is awaited or paired, and once a second computer may follow. */
  const wanted = (): boolean =>
    state.settings.on !== null &&
    (underWay > 0 || pairing.now() !== null || hasStations(office()) || isLinked()) &&
    !stopped
  const changed = () => {
    void door.sync(wanted()).catch((error: unknown) => log.fault('lanDoor', error))
    announce(state.settings.discoverable && pairing.now()?.code ? door.listening() : null)
    onChange()
  }

  const ourselves = (): OfficeHost => ({
    hostId: state.hostId,
    addresses: [...door.addresses()],
    pins: [...keys.pins()],
  })
  /** The journal says where this host answers, when that is new. */
  const tell = async () => {
    const { settings, hosts } = office()
    const us = ourselves()
    if (settings === null || us.addresses.length === 0 || us.pins.length === 0) return
    const listed = hosts.find(({ hostId }) => hostId === us.hostId)
    if (listed && sameList(listed.addresses, us.addresses) && sameList(listed.pins, us.pins)) return
    const answer = await actAsHost('door.announce', us)
    if ('code' in answer) log.info('door', { code: answer.code })
  }

  const readyFor = async (): Promise<Answer | undefined> => {
    if (office().settings === null) return { code: 'officeNotCreated' }
    if (state.settings.on === null) return { code: 'networkNotChosen' }
    await door.sync(true)
    const problem = door.problem()
    if (problem) return { code: 'networkUnavailable', details: [problem.detail] }
    await tell()
    return undefined
  }
  const opened = (): Answer => ({ text: JSON.stringify(pairing.now() satisfies PairingNow | null) })
  const doorNow = (): Answer => ({ text: JSON.stringify(network.now().door) })

  /** What both ways of pairing need first: a place that can be, and a door that answers. */
  const beforePairing = async ({
    place,
  }: Pick<Input<'pairing.open'>, 'place'>): Promise<Answer | undefined> => {
    const problem = placeProblem(office(), place)
    if (problem) return { code: problem }
    const unready = await keptOpen(readyFor())
    if (unready) changed()
    return unready
  }

  const set = async (settings: Input<'network.set'>): Promise<Answer> => {
    const problem = await keys.use(settings.certificate, hasStations(office()), [
      ...settings.names,
      ...machineNames(),
    ])
    if (problem !== null) return { code: 'certificateUnsound', details: [problem] }
    const before = state.settings
    save({ settings })
    // Another network or another port: those who came by the one before are cut.
    if (before.on !== settings.on || before.port !== settings.port) await door.sync(false)
    await door.sync(wanted())
    door.renewed()
    await tell()
    changed()
    const unable = door.problem()
    return unable ? { code: 'networkUnavailable', details: [unable.detail] } : doorNow()
  }

  const changeKey = async (): Promise<Answer> => {
    if (state.settings.on === null) return { code: 'networkNotChosen' }
    if (state.settings.certificate !== null)
      return {
        code: 'certificateUnsound',
        details: ['la clé est celle du certificat de l’office : remplacez ses fichiers'],
      }
    await keys.change(door.names())
    door.renewed()
    await tell()
    onChange()
    return doorNow()
  }

  const handlers: HandlersOf<'network'> = {
    'pairing.open': async ({ input }) => {
      const unready = await beforePairing(input)
      if (unready) return unready
      pairing.openCode(input.role, input.place)
      return opened()
    },
    'pairing.openLink': async ({ input }) => {
      const unready = await beforePairing(input)
      if (unready) return unready
      pairing.openLink(input.role, input.place, input.days, door.addresses())
      return opened()
    },
    'pairing.close': () => {
      pairing.close()
      return done
    },
    'network.changeKey': changeKey,
    'network.set': ({ input }) => set(input),
  }

  const tick = async () => {
    try {
      heard.tick()
      pairing.tick()
      for (const [stationId, { connected }] of presence.now())
        if (connected > 0 && active(office(), stationId, now()) === undefined)
          presence.cut(stationId, 'stationExpired')
      if (await keys.tick(door.names())) door.renewed()
      await door.sync(wanted())
      await tell()
    } catch (error) {
      log.fault('network', error)
    }
  }
  const ticking = setInterval(() => void tick(), tickEvery)
  ticking.unref()

  const network: Network = {
    now: () => {
      const credentials = keys.served()
      return {
        door: {
          settings: state.settings,
          interfaces: interfacesNow(),
          open: door.addresses().length > 0,
          addresses: [...door.addresses()],
          pin: credentials?.pin ?? null,
          coming: keys.coming(),
          certificate: credentials && {
            own: state.settings.certificate !== null,
            from: credentials.from,
            until: credentials.until,
            names: [...credentials.names].slice(0, 50),
          },
          problem: door.problem(),
        },
        pairing: pairing.now(),
        lastPairing: pairing.last(),
        presence: presence.now(),
      }
    },
    handlers,
    pairing,
    presence,
    heard,
    keys,
    ourselves,
    refusals: refused,
    stationOf: (token) => stationOfToken(office(), token, now()),
    welcome: async ({ facts, tokenHash }) => {
      const answer = await keptOpen(actAsHost('station.pair', { ...facts, tokenHash }))
      if ('code' in answer) {
        // The station's code is spent: the administration says so, and the station says why.
        pairing.notNoted()
        log.info('stationNotNoted', { code: answer.code })
        return { code: answer.code }
      }
      pairing.paired(facts.stationId)
      await tell()
      const us = ourselves()
      return { hosts: [us, ...office().hosts.filter(({ hostId }) => hostId !== us.hostId)].slice(0, 16) }
    },
    attach: async (opener) => {
      door.attach(opener)
      await tick()
    },
    detach: async () => {
      stopped = true
      announce(null)
      await door.sync(false)
    },
    officeChanged: () => {
      for (const [stationId, { connected }] of presence.now())
        if (connected > 0 && active(office(), stationId) === undefined)
          presence.cut(stationId, 'stationRevoked')
      if (wanted() !== door.addresses().length > 0) changed()
    },
    tick,
    stop: async () => {
      clearInterval(ticking)
      await network.detach()
      presence.stop()
      heard.tick()
      refused.stop()
    },
  }
  return network
}

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at])
