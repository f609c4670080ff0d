import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { journalFile, openJournal as openFolder } from '../../db/open.ts'
import type { CommandId } from '../../shared/contract/ids.ts'
import { calls, nameOf } from '../../shared/contract/index.ts'
import { answeringTime } from '../../shared/contract/pace.ts'
import { zoneOf } from '../../shared/domain/state.ts'
import { startAppointments, type Appointments } from './appointments/start.ts'
import { backupHandlers } from './backup/acts.ts'
import { startKeeper, type Keeper } from './backup/keeper.ts'
import { workerProgram } from './backup/program.ts'
import { startStanding, type Standing } from './backup/standing.ts'
import { verifyInThread } from './backup/thread.ts'
import { startPublished } from './history/published.ts'
import { startTrust } from './identity/trust/watched.ts'
import { showGateways } from './integrations/gatewaySettings.ts'
import { startIntegrations } from './integrations/start.ts'
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
import { standbyHandlers } from './standby/acts.ts'
import { startReplica } from './standby/replica.ts'
import { startStandby } from './standby/standby.ts'
import { startLessons } from './training/driver.ts'
import { noUpdater } from './updates/machine.ts'
import { startWaitModel, type WaitModel } from './waits/model.ts'
import { startWaits, type Waits } from './waits/now.ts'
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
      model: (rows, seat) => ({
        personal: rows,
        jobs: printing.jobs(),
        printers: printing.printers(),
        printed: printing.printed(),
        waits: waits.current(),
        seat: people.seat(seat),
        // Each is made for the views that ask it alone: those of counters, which follow each act, ask few of them.
        get network() {
          return network.now()
        },
        get backups() {
          return { ...keeper.now(), journal: standing.now() }
        },
        get following() {
          return standby.now()
        },
        get signIn() {
          return login.origin()
        },
        get asking() {
          return pacing.now()
        },
        get hallCode() {
          return hallCodeAt()
        },
        get renewable() {
          return renewable()
        },
        get sources() {
          return appointments.standing()
        },
        get coordination() {
          return appointments.coordination.services()
        },
      }),
      now,
      spending,
      log,
    }),
  )
  const { watches } = viewing
  const onChange = watches.touch

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
    refused: (name) => standby.refused() ?? standing.refused(name),
    copied: waitsForFollower ? standby.copied : undefined,
    onCommit: (stored, jobs) => {
      const commit = { office: office(), stored, jobs }
      for (const { committed } of parts) committed?.(commit)
      if (stored.length > 0) for (const listener of listeners) listener()
    },
  })
  await viewing.lookLimited()
  const standing: Standing = add(
    await startStanding({
      dir,
      journal,
      key,
      sequencer,
      acts: () => !standby.follows(),
      verifyWhole: existsSync(journalFile(dir))
        ? (stopped) => verifyInThread(dir, key.publicKey, stopped)
        : null,
      now,
      log,
      onChange,
    }),
  )
  const sound = () => standing.refused() === undefined
  const waitModel: WaitModel = startWaitModel({
    journal,
    office,
    now,
    onChange: () => waits.touch(),
    onFault: (error) => log.fault('waitModel', error),
  })
  add({
    committed: ({ stored }) => waitModel.committed(stored, waits.current()),
    close: waitModel.stop,
  })
  const waits: Waits = add(
    startWaits({
      office,
      model: () => waitModel.current(),
      now,
      onChange,
      onFault: (error) => log.fault('waits', error),
    }),
  )
  const printing: Printing = add(
    await startPrinting({
      journal,
      office,
      prints: () => !standby.follows() && sound(),
      chromium,
      now,
      log,
      onChange,
    }),
  )
  const software = add(
    startIntegrations({
      dir,
      journal,
      office,
      personal,
      act,
      events: (since) => journal.read(since, eventsPage),
      sign: key.sign,
      now,
      log,
      tuning,
    }),
  )
  const keeper: Keeper = add(
    await startKeeper({
      dir,
      program: workerProgram(),
      key,
      // A machine that follows makes no backup: its host does.
      born: () => office().officeId !== null && !standby.follows() && sound(),
      school: () => office().school,
      log,
      onChange,
    }),
  )
  const network = startNetwork({
    dir,
    office,
    zone: () => zoneOf(office()),
    now,
    newId: uuidv7,
    log,
    // A standby sends its address to its host, which records it in the journal.
    actAsHost: async (name, input) =>
      standby.follows() ? { text: '{}' } : actAsHost(name, input, uuidv7() as CommandId),
    onChange,
  })
  add({ committed: network.officeChanged, stop: network.stop })
  const people: People = add(
    await startPeople({ journal, seals: startSeals(key), office, personal, now, act, log, onChange }),
  )
  const login = startLogin({ dir, journal, office, personal, now, act, people, network, log })
  const givingBack = add(startGivingBack({ dir, office, acts: () => !standby.follows(), now, act, log }))
  // What a host that left had yet to give back.
  givingBack.committed()
  sequencer.followOthers()
  standby.begin({
    office,
    now,
    network: () => network,
    standing,
    announce: (door) => actAsHost('door.announce', door, uuidv7() as CommandId),
    withdraw: (who, withdrawn) => act(who, 'standby.noteRenewal', { withdrawn }, uuidv7() as CommandId),
    onChange,
  })
  add({ committed: standby.committed, stop: standby.stop })
  const lessons = add(
    startLessons({
      journal,
      office,
      personal,
      now,
      act,
      moveClock,
      renew: (...asked) => (renewable() ? (renew?.(...asked), true) : false),
      log,
    }),
  )
  const purging = add(startPurging({ readers: [keeper, standing], sequencer, acts: sound, now, log }))
  await purging.now()

  const appointments: Appointments = add(
    startAppointments({
      dir,
      journal,
      office,
      personal,
      now,
      acts: () => !standby.follows() && sound(),
      act,
      actedAt: sequencer.actedAt,
      log,
      catalogue,
      onChange,
      every: appointmentsEvery,
      returnPort: appointmentsReturnPort,
    }),
  )
  const handlers: Handlers = {
    ...people.handlers,
    ...login.handlers,
    ...network.handlers,
    ...standbyHandlers(standby),
    ...backupHandlers(keeper, standing),
    ...officeHandlers(keyKeeping),
    ...updates.handlers,
    ...lessons.handlers,
    ...printingHandlers(journal, office, clock, printing),
    ...software.handlers,
    ...partnersHandlers({ dir, journal, office, personal, act, giveBack: givingBack.now, now, log }),
    ...mediaHandlers(act),
    ...appointments.handlers,
  }
  const pacing = startPacing({
    office,
    now,
    refused: (code, { stationId, from }) => network.refusals.refused(code, from ?? 'here', stationId),
    spending,
    onChange,
  })
  const answering = startAnswering({
    journal,
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
    now,
    log,
  })

  return {
    office,
    seq: () => sequencer.seq(),
    now,
    limits: startLimits(),
    standby,
    backups: keeper,
    standing,
    network,
    login,
    appointments,
    integrations: software,
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
    events: (since) => journal.read(since, eventsPage),
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
