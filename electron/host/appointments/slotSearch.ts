import { hash, timingSafeEqual } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { preApplicationNumber } from '../../../shared/contract/appointments/outside.ts'
import { searchReasons, SlotSearchSettings } from '../../../shared/contract/appointments/slotSearch.ts'
import { LocalDate, type CommandId, type Instant } from '../../../shared/contract/ids.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import type { Who } from '../../../shared/contract/events.ts'
import { freeSlots } from '../../../shared/domain/appointments/slots.ts'
import { serviceOf, zoneOf, type Office } from '../../../shared/domain/state.ts'
import type { Answer } from '../core/answer.ts'
import { startBuckets } from '../core/buckets.ts'
import type { HandlersOf } from '../core/part.ts'
import type { Log } from '../core/log.ts'
import { readPrivate, writePrivate } from '../core/privateFiles.ts'
import type { Sequencer } from '../core/sequencer.ts'
import { startTurns } from '../core/turns.ts'

/** `rendez-vous-recherche.json` of the office's folder, readable by its owner alone: what is shown, and the token that opens it. */
const SearchFile = z.strictObject({ settings: SlotSearchSettings, token: z.string() })

/** Where the search asks; the words after it are the contract's of the national service. */
export const searchPath = '/rendez-vous/ants/'
/** As many questions at once, then one more a second: ANTS asks several times a day, and at each search of the public. */
const pace = { burst: 60, aSecond: 2 }
/** Of a question: so many points or numbers, so many people; of an answer: so many slots. */
const most = { asked: 100, people: 10, slots: 2000 }

/** What the search is answered: a body, or why not. */
export type SearchAnswer =
  | { readonly body: string }
  | { readonly fault: 'notFound' | 'unauthorized' | 'badRequest' }
  | { readonly wait: number }

export type SlotSearch = {
  readonly handlers: Pick<HandlersOf<'appointments'>, 'slotSearch.set'>
  readonly show: () => Output<'slotSearch.show'>
  /** @param path after `searchPath` @param token what was shown, if anything */
  readonly answer: (path: string, query: URLSearchParams, token: string | undefined) => Promise<SearchAnswer>
}

export type SlotSearchOptions = {
  readonly dir: string
  readonly office: () => Office
  readonly now: () => Instant
  readonly act: Sequencer['act']
  readonly log: Pick<Log, 'info'>
}

/** Answers the national search of slots, for an office that takes its own appointments. */
export function startSlotSearch({ dir, office, now, act, log }: SlotSearchOptions): SlotSearch {
  const place = join(dir, 'rendez-vous-recherche.json')
  const buckets = startBuckets(2)
  const inTurn = startTurns()
  let file = existsSync(place) ? parsed(readPrivate(place), log) : null
  let askedAt: Instant | null = null

  async function set(
    who: Who,
    { search, token }: Input<'slotSearch.set'>,
    commandId: CommandId,
  ): Promise<Answer> {
    const kept = token ?? file?.token
    if (search !== null && !serviceOf(office(), search.serviceId)) return { code: 'unknownService' }
    if (search !== null && kept === undefined) return { code: 'searchTokenMissing' }
    const noted = await act(who, 'slotSearch.note', { on: search !== null }, commandId)
    if ('code' in noted) return noted
    // In the journal before it is in the file: nobody opens this path without its being known.
    file = search === null || kept === undefined ? null : { settings: search, token: kept }
    writePrivate(place, `${JSON.stringify(file, null, 2)}\n`)
    return noted
  }

  async function answer(
    path: string,
    query: URLSearchParams,
    token: string | undefined,
  ): Promise<SearchAnswer> {
    if (file === null) return { fault: 'notFound' }
    const right = isToken(token, file.token)
    // Counted apart: whoever guesses a token is slowed, and takes nothing from the service that has it.
    const wait = buckets.take(right ? 'asks' : 'guesses', pace.burst, pace.aSecond)
    if (wait > 0) return { wait }
    if (!right) return { fault: 'unauthorized' }
    askedAt = now()
    const { settings } = file
    const answered = Object.hasOwn(answers, path) ? answers[path] : undefined
    // All the days that can be booked are gone through: an act waits for one question, however many come at once.
    const said = answered && (await inTurn(async () => answered(query, settings)))
    if (said === undefined) return { fault: 'notFound' }
    return said === null ? { fault: 'badRequest' } : { body: JSON.stringify(said) }
  }

  /** By path; null for a question that is none. */
  const answers: Readonly<Record<string, (query: URLSearchParams, settings: SlotSearchSettings) => unknown>> =
    {
      getManagedMeetingPoints: (_, { meetingPoint }) => {
        const { id, name, longitude, latitude, address, zipCode, city } = meetingPoint
        return [
          {
            id,
            name,
            longitude,
            latitude,
            public_entry_address: address,
            zip_code: zipCode,
            city_name: city,
          },
        ]
      },
      availableTimeSlots: (query, settings) => {
        const asked = Asked.safeParse({
          points: query.getAll('meeting_point_ids'),
          from: query.get('start_date'),
          to: query.get('end_date'),
          reason: query.get('reason'),
          people: Number(query.get('documents_number') ?? 1),
        })
        if (!asked.success || asked.data.from > asked.data.to) return null
        const { points, reason, people, ...days } = asked.data
        const { meetingPoint, serviceId, bookingUrl } = settings
        const zone = zoneOf(office())
        const free = points.includes(meetingPoint.id)
          ? freeSlots(office(), serviceId, now(), days, people, most.slots)
          : []
        const slots = free.map(({ startsAt }) => {
          // The hour shown is the hour written: the office's own clock, whatever the Z says.
          const at = Temporal.Instant.fromEpochMilliseconds(startsAt)
            .toZonedDateTimeISO(zone)
            .toPlainDateTime()
            .toString({ smallestUnit: 'minute' })
          const page = new URL(bookingUrl)
          page.search = new URLSearchParams({
            date: at,
            motif: reason,
            personnes: String(people),
          }).toString()
          return { datetime: `${at}Z`, callback_url: page.href }
        })
        return Object.fromEntries(points.map((id) => [id, id === meetingPoint.id ? slots : []]))
      },
      // What is declared for a number is told to the coordination alone: here it would be anybody's.
      searchApplicationIds: (query) => {
        const numbers = query.getAll('application_ids').map(preApplicationNumber)
        if (numbers.length > most.asked || numbers.includes(null)) return null
        return Object.fromEntries(numbers.map((number) => [number, []]))
      },
    }

  return {
    handlers: { 'slotSearch.set': ({ who, input, commandId }) => set(who, input, commandId) },
    show: () => ({
      search: file?.settings ?? null,
      hasToken: file !== null,
      path: searchPath,
      askedAt,
    }),
    answer,
  }
}

const Asked = z.object({
  points: z.array(z.string().min(1).max(100)).min(1).max(most.asked),
  from: LocalDate,
  to: LocalDate,
  reason: z.enum(searchReasons),
  people: z.int().min(1).max(most.people),
})

/** In a time that says nothing of how much of it was right. */
const isToken = (shown: string | undefined, right: string): boolean =>
  timingSafeEqual(hash('sha256', shown ?? '', 'buffer'), hash('sha256', right, 'buffer'))

// A broken file shows nothing, and the administration writes it again. Its words, a token among them, are not logged.
function parsed(text: string, log: Pick<Log, 'info'>): z.infer<typeof SearchFile> | null {
  try {
    return SearchFile.nullable().parse(JSON.parse(text))
  } catch {
    log.info('slotSearch', { problem: 'brokenFile' })
    return null
  }
}
