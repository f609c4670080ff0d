import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import {
  firstSource,
  mostSources,
  type SourceStanding,
} from '../../../shared/contract/appointments/sources.ts'
import type { CommandId, DayId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { FollowedDays } from '../../../shared/contract/appointments/calendarRead.ts'
import { followedParts } from '../../../shared/domain/appointments/followedParts.ts'
import { zoneOf } from '../../../shared/domain/state.ts'
import type { Catalogue } from '../../../shared/procedures/catalogue.ts'
import type { Answer } from '../core/answer.ts'
import type { Part } from '../core/part.ts'
import type { Sequencer } from '../core/sequencer.ts'
import { startTurns } from '../core/turns.ts'
import { hostWho } from '../people/options.ts'
import { performing } from './performing.ts'
import { startSourceFollower, type Follower, type SourceFollowerOptions } from './sourceFollower.ts'
import type { Among } from './sourceState.ts'
import { comingDays } from './sourceState.ts'
import type { OutsideDone, OutsideOrder, SourceAccess } from './outside/perform.ts'
import type { AskedDay } from './outside/source.ts'
import { returnUriAt, startSigning } from './signing.ts'
import { sourceFolder, type SourceFile } from './sourceFile.ts'

export type FollowingOptions = SourceFollowerOptions & {
  readonly dir: string
  readonly act: Sequencer['act']
  readonly actedAt: Sequencer['actedAt']
  /** The rules of procedures that the office works by. */
  readonly catalogue: () => Catalogue
}

/** Rows looked at before the acts have the thread. */
const rowsAtATime = 40

export type Following = Part & {
  readonly files: () => readonly SourceFile[]
  /** Follows a source otherwise, one more, or no more. */
  readonly set: (sourceId: string, file: SourceFile | null) => void
  readonly standings: () => readonly SourceStanding[]
  readonly show: () => Output<'source.show'>
  /** One piece of work with a source, apart. */
  readonly perform: (order: OutsideOrder) => Promise<OutsideDone>
  /** How a source is reached now, as it would be set. */
  readonly accessOf: (file: SourceFile) => Promise<SourceAccess | Extract<OutsideDone, { problem: unknown }>>
  /** Begins a sign-in; another that waited for its browser waits no more. */
  readonly signIn: (sourceId: string | undefined) => Promise<Answer>
  /** What a source says by itself that it changed. @returns false when none signed it */
  readonly heard: (body: Buffer, signature: string) => boolean
  readonly askedNow: () => AskedDay
}

/** Follows the office's sources of appointments, each by itself, and makes one list of what they have. */
export function startFollowing(options: FollowingOptions): Following {
  const { dir, office, personal, act, actedAt, acts, now, log, catalogue, program, returnPort } = options
  const folder = sourceFolder(dir)
  const leaving = new AbortController()
  const perform = performing(program, leaving.signal)
  let followers: readonly Follower[] = []
  /** The acts of the counters have the thread for as long as each part held it, and for as long as they follow each other. */
  const inTurn = startTurns(actedAt)
  /** What was decided on, so that the same is not decided twice. */
  let decided = ''

  const askedNow = () => comingDays(zoneOf(office()), now())

  /** What each source last had of the coming days: those that can be told before those that are only read. */
  function readings(): readonly FollowedDays[] {
    const { from } = askedNow()
    const read = followers.flatMap((one) => one.reading() ?? []).map((one) => since(one, from))
    const isFeed = ({ sourceId }: FollowedDays) =>
      followers.find(({ file }) => file.sourceId === sourceId)?.file.settings.kind === 'ics'
    return [...read.filter((one) => !isFeed(one)), ...read.filter(isFeed)]
  }

  /** One list after another: two at once would each undo some of what the other does. */
  let believing: Promise<unknown> = Promise.resolve()
  const believe = (): Promise<boolean> => {
    const mine = believing.then(believed)
    believing = mine.catch(() => undefined)
    return mine
  }

  /** What a list says that the office has not yet goes by parts; where one fails, the next time goes on from there. */
  async function believed(): Promise<boolean> {
    const sources = readings()
    const asked = await fingerprint(sources, office().day?.dayId ?? null)
    if (asked === decided) return true
    const parts = followedParts({
      office: office(),
      personal: personal(),
      sources,
      now: now(),
      catalogue: catalogue(),
    })
    let rows = 0
    const those = followers
    for (const followed of parts) {
      // A source taken off, or another, since: what it had is no longer brought in.
      if (followers !== those) return false
      if (followed === undefined) {
        if (++rows % rowsAtATime === 0) await turn()
        continue
      }
      const answer = await inTurn(() =>
        act(hostWho(office()), 'appointment.follow', {}, uuidv7() as CommandId, undefined, { followed }),
      )
      if ('code' in answer) return false
    }
    decided = asked
    return true
  }

  const amongOthers = (sourceId: string): Among => ({
    asked: askedNow,
    believe,
    giving: () => {
      const written = followers.map(({ file }) => file).filter(({ settings }) => settings.kind === 'caldav')
      const before = written.slice(
        0,
        written.findIndex((file) => file.sourceId === sourceId),
      )
      return {
        others: new Set(before.flatMap(({ settings }) => Object.values(settings.services))),
        alone: written.length === 1,
      }
    },
    isElsewhere: (uid) => followers.some((one) => one.file.sourceId !== sourceId && one.holds(uid)),
  })

  const followed = (file: SourceFile) =>
    startSourceFollower(file, folder.of(file.sourceId), amongOthers(file.sourceId), options)
  followers = folder.read().slice(0, mostSources).map(followed)
  const named = (sourceId: string | undefined) =>
    sourceId === undefined ? followers[0] : followers.find(({ file }) => file.sourceId === sourceId)

  return {
    files: () => followers.map(({ file }) => file),
    set: (sourceId, next) => {
      const before = named(sourceId)
      before?.stop()
      const files = followers.map(({ file }) => file)
      const kept = files.filter((file) => file.sourceId !== sourceId)
      const all =
        next === null
          ? kept
          : before === undefined
            ? [...files, next]
            : files.map((file) => (file.sourceId === sourceId ? next : file))
      folder.write(all)
      if (next === null || before === undefined || !isSame(before.file, next)) {
        // What was to be told to another, who signed in there, what it had: none of it goes on.
        const store = folder.of(sourceId)
        store.writeTokens(null)
        store.writeToTell([])
        store.writeRemembered([])
      }
      const others = followers.filter(({ file }) => file.sourceId !== sourceId)
      followers = all.map((file) => others.find((one) => one.file === file) ?? followed(file))
      // What the one that left had, another may have too: it keeps it from now on.
      if (acts()) void believe().catch((error: unknown) => log.fault('appointments', error))
      options.onChange()
    },
    standings: () => followers.map((one) => one.standing()),
    show: () => ({
      sources: followers.map(({ file, standing, waiting, exchanges, signing }) => ({
        sourceId: file.sourceId,
        settings: file.settings,
        hasSecret: file.secret !== null,
        hasNoticeSecret: file.noticeSecret !== undefined,
        standing: standing(),
        waiting: waiting(),
        exchanges: [...exchanges()],
        signedIn: signing.signedIn(file),
      })),
      returnUri: returnUriAt(returnPort),
    }),
    perform,
    accessOf: (file) => {
      const follower = named(file.sourceId)
      // One that is not followed yet has nobody signed in.
      const signing =
        follower?.signing ??
        startSigning({ store: folder.of(file.sourceId), perform, now, log, onSignedIn: () => undefined })
      return signing.accessOf(file)
    },
    signIn: async (sourceId = firstSource) => {
      const follower = named(sourceId)
      if (follower === undefined) return { code: 'sourceWithoutSignIn' }
      for (const { signing } of followers) signing.stop()
      return follower.signing.begin(follower.file)
    },
    // Each is asked, so that the time taken says nothing of which one signed.
    heard: (body, signature) => followers.map((one) => one.heard(body, signature)).includes(true),
    askedNow,
    committed: (commit) => {
      for (const one of followers) one.committed(commit)
    },
    stop: () => {
      leaving.abort()
      for (const one of followers) one.stop()
    },
  }
}

/** What tells lists from others, made of some rows at a time. */
async function fingerprint(sources: readonly FollowedDays[], dayId: DayId | null): Promise<string> {
  const made = createHash('sha256').update(JSON.stringify(dayId))
  for (const { appointments, ...rest } of sources) {
    made.update(JSON.stringify({ ...rest, count: appointments.length }))
    for (let from = 0; from < appointments.length; from += rowsAtATime) {
      made.update(JSON.stringify(appointments.slice(from, from + rowsAtATime)))
      await turn()
    }
  }
  return made.digest('hex')
}

/** The same source, whatever else of it was set: what it had and what it is still to be told go on. */
export const isSame = (one: SourceFile, other: SourceFile): boolean =>
  one.settings.kind === other.settings.kind &&
  one.settings.url === other.settings.url &&
  one.settings.user === other.settings.user

/** What a source had, from an office's midnight: the days before it are over. */
const since = (one: FollowedDays, from: FollowedDays['from']): FollowedDays =>
  one.from >= from
    ? one
    : { ...one, from, appointments: one.appointments.filter(({ startsAt }) => startsAt >= from) }
