import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { openJournal as openFolder } from '../../db/open.ts'
import type { CommandId } from '../../shared/contract/ids.ts'
import { calls, nameOf } from '../../shared/contract/index.ts'
import { answeringTime } from '../../shared/contract/pace.ts'
import { zoneOf } from '../../shared/domain/state.ts'
import { startAppointments, type Appointments } from './appointments/start.ts'
import { startBackup, type Backup } from './backup/start.ts'
import { startPublished } from './history/published.ts'
import { startTrust } from './identity/trust/watched.ts'
import { showGateways } from './integrations/gatewaySettings.ts'
import { startIntegrations } from './integrations/start.ts'
import { startForgetting } from './law/forgetting.ts'
import { startRules } from './law/folder.ts'
import { mediaHandlers } from './media/sending.ts'
import { startNetwork } from './network/network.ts'
import { startDoctor } from './backup/doctor/doctor.ts'
import { officeHandlers } from './office/keyKeeping.ts'
import { partnersHandlers } from './partners/asking.ts'
import { startDirectory } from './partners/directory/folder.ts'
import { startGivingBack } from './partners/givingBack.ts'
import { partnersOf } from './partners/partners.ts'
import { startLogin } from './people/login/start.ts'
import { hallSecret } from '../../shared/domain/queue/hall.ts'
import { hostWho } from './people/options.ts'
import { startPeople, type People } from './people/people.ts'
import { startSeals } from './people/seal.ts'
import { printingHandlers } from './printing/acts.ts'
import { startPrinting, type Printing } from './printing/printing.ts'
import { startPurging } from './privacy/purging.ts'
import { hallCodeNow } from './queue/hallNow.ts'
import { standbyHandlers } from './standby/part.ts'
import { startReplica } from './standby/replica.ts'
import { startStandby } from './standby/standby.ts'
import { startTraining } from './training/training.ts'
import { noUpdater } from './updates/machine.ts'
import { startWaits, type Waits } from './waits/start.ts'
import { isView, startAnswering } from './answering.ts'
import { steadyClock } from './core/clock.ts'
import { startDeciding } from './deciding.ts'
import type { Host, HostOptions } from './host.ts'
import { startLimits } from './core/limits.ts'
import { startPacing } from './core/pacing.ts'
import type { Handlers, Part } from './core/part.ts'
import { startSequencer, type Sequencer } from './core/sequencer.ts'
import { startNamedHere } from './namedHere.ts'
import { startSpending } from './core/spending.ts'
import { isOwnSeat } from './core/tokens.ts'
import { shownBy } from './shown.ts'
import { startViewing } from './viewing.ts'

/** Events read at once, at most. */
const eventsPage = 500

/**
 * Opens the folder's journal and serves it: one sequencer for acts, one computation for each watched view, and the parts
 * of the capabilities. A part is notified of commits from the moment it is added.
 * @throws StorageError (db/errors.ts) when the folder can't be used: its sentence says what to do
 */
export async function startHost({
  dir,
  clock: wall,
  renew,
  moveClock,
  key,
  keyKeeping,
  updates = noUpdater,
  log,
  chromium,
  openJournal = () => openFolder(dir, { signer: key }),
  openReplica,
  reopen,
  waitsForFollower = false,
  software: tuning,
  answeringTime: mayHave = answeringTime,
  appointmentsEvery,
  appointmentsReturnPort,
}: HostOptions): Promise<Host> {
  const standby = openReplica
    ? startReplica(dir, await openReplica())
    : await startStandby({ dir, journal: await openJournal(), waits: waitsForFollower, log })
  const { journal } = standby
  const listeners = new Set<() => void>()
  const parts: Part[] = []
  const add = <P extends Part>(part: P): P => {
    parts.push(part)
    return part
  }
  const office = () => sequencer.office()
  const personal = () => sequencer.personal()
  const act: Sequencer['act'] = (...asked) => sequencer.act(...asked)
  const actAsHost: Host['actAsHost'] = (name, input, commandId) =>
    act(hostWho(office()), name, input, commandId)
  // The journal is read before anything asks for the hour.
  const clock = steadyClock(wall, () => sequencer.at())
  const { now } = clock
  /** Of this machine alone: no other one follows it, nor does it follow. */
  const renewable = () => renew !== undefined && !standby.follows() && standby.now().followers.length === 0

  const secret = hallSecret((bytes) => key.sign(bytes))
  const hallCodeAt = hallCodeNow(secret, now)
  const trust = startTrust(join(dir, 'certificats'), log)
  const doctor = add(startDoctor(dir, now, log))
  const rules = startRules(dir, key, log)
  add(startForgetting())
  const directory = startDirectory(dir, log)
  const catalogue = () => rules.catalogue(office().published)

  const spending = startSpending(mayHave)
  const viewing = add(
    startViewing({
      journal,
      office,
      seq: () => sequencer.seq(),
      personal,
      catalogue,
      model: shownBy(() => ({
        printing,
        waits,
        people,
        network,
        backup,
        standby,
        login,
        pacing,
        appointments,
        hallCodeAt,
        renewable,
      })),
      now,
      spending,
      log,
    }),
  )
  const { watches } = viewing
  const onChange = watches.touch
  /** What each part is given, of which it takes what it needs. */
  const given = { dir, journal, office, personal, now, act, key, log, onChange }

  const sequencer: Sequencer = await startSequencer({
    journal,
    key,
    log,
    decideAll: startDeciding({
      journal,
      clock,
      key,
      log,
      catalogue,
      folder: rules.folder,
      waits: () => waits.current(),
      silences: (stationId) => network.heard.silences(stationId),
    }),
    refused: (name) => standby.refused() ?? backup.standing.refused(name),
    copied: waitsForFollower ? standby.copied : undefined,
    onOtherJournal: () => void backup.standing.lost(),
    onCommit: (stored, jobs) => {
      const commit = { office: office(), stored, jobs }
      for (const { committed } of parts) committed?.(commit)
      if (stored.length > 0) for (const listener of listeners) listener()
    },
  })
  await viewing.lookLimited()
  const backup: Backup = add(
    await startBackup({ ...given, sequencer, acts: () => !standby.follows(), reopen }),
  )
  /** Whether this machine acts, on a journal that is what the office signed. */
  const serves = () => !standby.follows() && backup.sound()
  const waits: Waits = add(startWaits(given))
  const printing: Printing = add(await startPrinting({ ...given, prints: serves, chromium }))
  const events: Host['events'] = (since) => journal.read(since, eventsPage)
  const integrations = add(startIntegrations({ ...given, events, sign: key.sign, tuning }))
  const network = startNetwork({
    ...given,
    zone: () => zoneOf(office()),
    newId: uuidv7,
    // A standby sends its address to its host, which records it in the journal.
    actAsHost: async (name, input) =>
      standby.follows() ? { text: '{}' } : actAsHost(name, input, uuidv7() as CommandId),
    isLinked: standby.isLinked,
  })
  add({ committed: network.officeChanged, stop: network.stop })
  const people: People = add(await startPeople({ ...given, seals: startSeals(key) }))
  const login = startLogin({ ...given, people, network })
  const givingBack = add(startGivingBack({ ...given, acts: () => !standby.follows() }))
  // What a host that left had yet to give back.
  givingBack.committed()
  sequencer.followOthers()
  standby.begin({
    ...given,
    network: () => network,
    standing: backup.standing,
    announce: (door) => actAsHost('door.announce', door, uuidv7() as CommandId),
    withdraw: (who, withdrawn) => act(who, 'standby.noteRenewal', { withdrawn }, uuidv7() as CommandId),
  })
  add({ committed: standby.committed, stop: standby.stop })
  const training = add(
    startTraining({
      ...given,
      moveClock,
      renew: (...asked) => (renewable() ? (renew?.(...asked), true) : false),
    }),
  )
  const purging = add(startPurging({ ...given, readers: [backup], sequencer, acts: backup.sound }))
  await purging.now()

  const appointments: Appointments = add(
    startAppointments({
      ...given,
      acts: serves,
      actedAt: sequencer.actedAt,
      catalogue,
      every: appointmentsEvery,
      returnPort: appointmentsReturnPort,
    }),
  )
  const handlers: Handlers = {
    ...people.handlers,
    ...login.handlers,
    ...network.handlers,
    ...standbyHandlers(standby),
    ...backup.handlers,
    ...officeHandlers(keyKeeping),
    ...updates.handlers,
    ...training.handlers,
    ...printingHandlers(journal, office, clock, printing),
    ...integrations.handlers,
    ...partnersHandlers({ ...given, giveBack: givingBack.now }),
    ...mediaHandlers(act),
    ...appointments.handlers,
  }
  const pacing = startPacing({
    ...given,
    refused: (code, { stationId, from }) => network.refusals.refused(code, from ?? 'here', stationId),
    spending,
  })
  const answering = startAnswering({
    ...given,
    sequencer,
    people,
    standby,
    pacing,
    spending,
    namedHere: startNamedHere({ office, network, login, appointments }),
    handlers,
    watches,
    compute: viewing.compute,
    reading: () => ({
      catalogue: catalogue(),
      trust,
      rules,
      directory,
      keyKeeping,
      doctor,
      updates,
      partners: () => partnersOf(dir),
      gateways: () => showGateways(dir),
      login,
      appointments,
    }),
  })

  return {
    office,
    seq: () => sequencer.seq(),
    now,
    limits: startLimits(),
    standby,
    backups: backup.keeper,
    standing: backup.standing,
    network,
    login,
    appointments,
    integrations,
    published: startPublished({ journal, office, now }),
    printers: () => printing.printers(),
    waits: () => waits.current(),
    opened: waits.opened,
    hallSecret: secret,
    isCommand: (name) => {
      const callName = nameOf(name)
      return callName !== undefined && calls[callName].kind === 'command'
    },
    isView,
    ...answering,
    heard: (holder, back) => {
      if (holder.role === 'display' && isOwnSeat(holder)) network.presence.own(holder.stationId)
      if (holder.role !== 'kiosk') return
      if (back) network.heard.came(holder.stationId)
      else network.heard.said(holder.stationId)
    },
    actAsHost,
    answerOf: async (commandId) => (await journal.answer(commandId))?.output,
    events,
    onEvents: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: async () => {
      const last = parts.toReversed()
      for (const { stop } of last) await stop?.()
      await sequencer.stop()
      for (const { close } of last) await close?.()
      await journal.close()
    },
  }
}
