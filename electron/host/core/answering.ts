import { uuidv7 } from 'uuidv7'
import type { Journal } from '../../../db/journal/port.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { CommandId, Instant } from '../../../shared/contract/ids.ts'
import {
  contract,
  type CallName,
  type Input,
  type ReadName,
  type ViewName,
} from '../../../shared/contract/index.ts'
import type { DomainCommand } from '../../../shared/domain/decision.ts'
import { afterNoting, consultedBy, noteConsultation } from '../privacy/accessLog/note.ts'
import type { Answer } from './deciding.ts'
import type { Following } from '../standby/standby.ts'
import { isOfOneMachine } from '../standby/acts.ts'
import { ReadOnlyError } from '../standby/replica.ts'
import type { Host } from './host.ts'
import { isKeepingCommand, keepingAct } from '../backup/acts.ts'
import type { Keeper } from '../backup/keeper.ts'
import { isJobKeptFrom } from '../privacy/limited.ts'
import type { LessonDriver } from '../training/driver.ts'
import type { Log } from './log.ts'
import { isUpdatesCommand } from '../updates/machine.ts'
import { isNetworkCommand, type Network } from '../network/network.ts'
import { isElsewhere } from '../network/ownMachine.ts'
import { isLoginCommand, type Login } from '../people/login/start.ts'
import { seatOf, type People } from '../people/people.ts'
import { isPeopleCommand } from '../people/signing.ts'
import { watchedBy } from '../people/watching.ts'
import type { AskPlace } from '../partners/asking.ts'
import type { PrintActs } from '../printing/acts.ts'
import type { PrintInput } from '../printing/printing.ts'
import { reads, type Tables } from './reads.ts'
import { startRecordingActs } from '../media/sending.ts'
import { storageCode } from './storageCode.ts'
import type { Sequencer } from './sequencer.ts'
import type { SoftwareHost } from '../integrations/start.ts'
import type { Holder } from './tokens.ts'
import type { Compute } from './viewing.ts'
import type { Watches } from './watches.ts'

/** Who answers what: the parts of a host, once it has started. */
export type Parts = {
  readonly journal: Journal
  readonly sequencer: Sequencer
  readonly people: People
  readonly software: SoftwareHost
  readonly keeper: Keeper
  readonly following: Following
  readonly network: Network
  readonly login: Login
  readonly lessons: LessonDriver
  readonly askPlace: AskPlace
  readonly printActs: PrintActs
  readonly watches: Watches
  readonly compute: Compute
  /** What a reading needs beside the office as it is. */
  readonly reading: () => Pick<
    Tables,
    'catalogue' | 'trust' | 'rules' | 'directory' | 'keyKeeping' | 'updates' | 'partners'
  >
  readonly now: () => Instant
  readonly log: Log
}

export const isView = (name: CallName): name is ViewName => contract[name].kind === 'view'

/** What a host answers to those who may ask: acts, views and readings each go to the part that knows. */
export function startAnswering(parts: Parts): Pick<Host, 'barred' | 'call' | 'watch' | 'follow'> {
  const {
    journal,
    sequencer,
    people,
    software,
    keeper,
    network,
    login,
    askPlace,
    printActs,
    watches,
    compute,
    now,
    log,
  } = parts

  const recordings = startRecordingActs(sequencer.act)

  /** The consultation that a view is, noted before it is shown. */
  const noteView = async (who: Who, name: ViewName, input: unknown): Promise<void> => {
    const at = now()
    const consulted = consultedBy(name, input, sequencer.office(), at)
    if (consulted) await noteConsultation({ journal, now: at, who }, consulted.what, consulted.about)
  }

  const call = async (
    holder: Holder,
    name: CallName,
    input: unknown,
    commandId?: CommandId,
  ): Promise<Answer> => {
    try {
      // Another machine of the office acts: what this one may still do is about itself.
      const elsewhere = parts.following.refused()
      if (
        contract[name].kind === 'command' &&
        (elsewhere === 'following' || elsewhere === 'readOnly') &&
        !isOfOneMachine(name)
      )
        return { code: elsewhere }
      if (isPeopleCommand(name)) return await people.act(holder, name, input, commandId)
      const admitted = people.admit(holder, name)
      if ('code' in admitted) return admitted
      const { who } = admitted
      if (isView(name)) {
        await noteView(who, name, input)
        return { text: compute(who, name, input, seatOf(holder)) }
      }
      if (
        (name === 'print.retry' || name === 'print.redirect') &&
        (await isJobKeptFrom(journal, sequencer.office(), who, (input as PrintInput).jobId))
      )
        return { code: 'personLimited' }
      if (name === 'print.retry' || name === 'print.redirect' || name === 'print.cancel')
        return await printActs(who, name, input as PrintInput, commandId)
      if (name === 'place.ask')
        return await askPlace(who, input as Input<'place.ask'>, commandId ?? (uuidv7() as CommandId))
      if (name === 'lesson.begin')
        return await parts.lessons.begin(
          who,
          input as Input<'lesson.begin'>,
          commandId ?? (uuidv7() as CommandId),
        )
      if (name === 'lesson.reset') return await parts.lessons.reset(who, commandId ?? (uuidv7() as CommandId))
      if (name === 'lesson.next') return await parts.lessons.next()
      if (name === 'webhook.replay') return await software.replay(input as Input<'webhook.replay'>)
      if (name === 'recording.send') return recordings.send(who, input as Input<'recording.send'>)
      if (name === 'recording.add')
        return await recordings.add(
          who,
          input as Input<'recording.add'>,
          commandId ?? (uuidv7() as CommandId),
        )
      if (name === 'notice.send')
        return await software.sendNotice(
          who,
          input as Input<'notice.send'>,
          commandId ?? (uuidv7() as CommandId),
        )
      if (isElsewhere(holder, name, input, () => network.now().door)) return { code: 'onlyAtHost' }
      if (name === 'key.protect') {
        const recovery = await parts.reading().keyKeeping.protect()
        return recovery === undefined ? { code: 'keyUnprotectable' } : { text: JSON.stringify({ recovery }) }
      }
      if (isUpdatesCommand(name)) return await parts.reading().updates.act(who, name, input as never)
      if (name === 'follower.renew') return await parts.following.renew(who)
      if (name === 'host.promote') return await parts.following.promote(who)
      if (isKeepingCommand(name)) return await keepingAct(keeper, name, input)
      if (isNetworkCommand(name)) return await network.act(name, input)
      if (isLoginCommand(name)) return await login.act(holder, who, name, input, commandId)
      if (contract[name].kind === 'read')
        return await reads[name as ReadName](input as never, {
          journal,
          office: sequencer.office(),
          who,
          now: now(),
          personal: sequencer.personal(),
          login,
          ...parts.reading(),
        })
      return await sequencer.act(who, name as DomainCommand, input, commandId ?? (uuidv7() as CommandId))
    } catch (error) {
      if (error instanceof ReadOnlyError) return { code: 'readOnly' }
      log.fault('call', error, { name })
      return { code: storageCode(error) }
    }
  }

  return {
    barred: (holder, name) => {
      const admitted = people.admit(holder, name)
      return 'code' in admitted ? admitted.code : undefined
    },
    call,
    watch: (holder, name, input, seen, refused) =>
      watchedBy(
        people,
        holder,
        name,
        (who) => {
          // A station's own view is shared with no other.
          const seat = name === 'session.view' ? seatOf(holder) : null
          const begin = () => watches.watch(who, name, input, seen, seat)
          return consultedBy(name, input, sequencer.office(), now()) === null
            ? begin()
            : afterNoting(noteView(who, name, input), begin, (error, wanted) => {
                const readOnly = error instanceof ReadOnlyError
                if (!readOnly) log.fault('consultation', error, { name })
                // The page is told, and does not wait for what won't come.
                if (wanted) refused(readOnly ? 'readOnly' : 'fault')
              })
        },
        refused,
      ),
    follow: (holder, ended) => {
      const admitted = people.admit(holder, 'events')
      if ('code' in admitted) return admitted
      return people.onChange(holder, () => {
        if ('code' in people.admit(holder, 'events')) ended()
      })
    },
  }
}
