import type { CommandId } from '../../../shared/contract/ids.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import {
  firstSource,
  mostSources,
  type SourceSettings,
} from '../../../shared/contract/appointments/sources.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Answer } from '../core/answer.ts'
import type { HandlersOf } from '../core/part.ts'
import type { Sequencer } from '../core/sequencer.ts'
import { isSame, type Following } from './following.ts'
import type { HeldAppointment } from './outside/perform.ts'
import type { SourceFile } from './sourceFile.ts'

export type SourcesOptions = {
  readonly office: () => Office
  readonly act: Sequencer['act']
  readonly following: Following
}

type Sources = Pick<HandlersOf<'appointments'>, 'source.set' | 'source.try' | 'source.signIn'>

/** What the administration does with the office's sources of appointments: sets one, tries it. */
export function sourcesHandlers({ office, act, following }: SourcesOptions): Sources {
  /** A secret goes to the one who gave it: never to another address with what was kept. */
  const fileOf = (
    sourceId: string,
    settings: SourceSettings,
    secret: string | undefined,
    noticeSecret?: string,
  ): SourceFile => {
    const before = following.files().find((one) => one.sourceId === sourceId)
    const same = before?.settings.url === settings.url && before.settings.user === settings.user
    const notice = noticeSecret ?? (same ? before.noticeSecret : undefined)
    return {
      sourceId,
      settings,
      secret: secret ?? (same ? before.secret : null),
      ...(notice === undefined ? {} : { noticeSecret: notice }),
    }
  }

  async function set(
    who: Who,
    { sourceId = firstSource, source, secret, noticeSecret }: Input<'source.set'>,
    commandId: CommandId,
  ): Promise<Answer> {
    const next = source === null ? null : fileOf(sourceId, source, secret, noticeSecret)
    const others = following.files().filter((one) => one.sourceId !== sourceId)
    if (next !== null && others.length >= mostSources) return { code: 'sourcesFull' }
    if (next !== null && others.some((one) => isSame(one, next))) return { code: 'sourceFollowedAlready' }
    const noted = await act(who, 'source.note', { sourceId, kind: source?.kind ?? null }, commandId)
    // In the journal before it is in the file: nobody changes where appointments come from without its being known.
    if (!('code' in noted)) following.set(sourceId, next)
    return noted
  }

  async function tried({ sourceId = firstSource, source, secret }: Input<'source.try'>): Promise<Answer> {
    const { settings } = office()
    if (settings === null) return { code: 'officeNotCreated' }
    const nothing: Output<'source.try'> = { problem: null, total: 0, found: [], left: [], calendars: [] }
    const access = await following.accessOf(fileOf(sourceId, source, secret))
    if ('problem' in access) return { text: JSON.stringify({ ...nothing, problem: access.problem }) }
    const done = await following.perform({
      of: 'day',
      access,
      asked: following.askedNow(),
      mark: null,
      holding: { services: settings.services, byPart: source.services },
    })
    if (!('day' in done))
      return { text: JSON.stringify({ ...nothing, ...('problem' in done ? { problem: done.problem } : {}) }) }
    const { appointments, left, parts } = done.day
    const output: Output<'source.try'> = {
      problem: null,
      total: appointments.length,
      found: appointments.slice(0, 20).map(triedOf),
      left: [...Map.groupBy(left, ({ code }) => code)].map(([code, those]) => ({
        code,
        count: those.length,
      })),
      calendars: parts.slice(0, 200).map(({ id, name }) => ({ id, name })),
    }
    return { text: JSON.stringify(output) }
  }

  return {
    'source.set': ({ who, input, commandId }) => set(who, input, commandId),
    'source.try': ({ input }) => tried(input),
    'source.signIn': ({ input }) => following.signIn(input.sourceId),
  }
}

function triedOf({ startsAt, read }: HeldAppointment): Output<'source.try'>['found'][number] {
  if (read === null) return { startsAt, service: null, code: null }
  return 'service' in read
    ? { startsAt, service: read.service, code: null }
    : { startsAt, service: null, code: read.code }
}
