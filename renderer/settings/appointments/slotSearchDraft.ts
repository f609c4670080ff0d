import {
  leastSearchToken,
  type SlotSearchSettings,
} from '../../../shared/contract/appointments/slotSearch.ts'
import type { ServiceId } from '../../../shared/contract/ids.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { slotSearchWords as words } from '../../../shared/messages/appointments/slotSearch.fr.ts'

/** The texts that are typed, as they are typed. */
const typedFields = [
  'id',
  'name',
  'street',
  'zipCode',
  'city',
  'latitude',
  'longitude',
  'bookingUrl',
  'token',
] as const
export type TypedField = (typeof typedFields)[number]

export type SlotSearchDraft = Readonly<Record<TypedField, string>> & { readonly serviceId: ServiceId }

/** What the host keeps, or where to begin. @param first the service that is proposed */
export const draftOf = (search: SlotSearchSettings | null, first: ServiceId): SlotSearchDraft => ({
  id: search?.meetingPoint.id ?? '',
  name: search?.meetingPoint.name ?? '',
  street: search?.meetingPoint.address ?? '',
  zipCode: search?.meetingPoint.zipCode ?? '',
  city: search?.meetingPoint.city ?? '',
  latitude: search === null ? '' : String(search.meetingPoint.latitude),
  longitude: search === null ? '' : String(search.meetingPoint.longitude),
  bookingUrl: search?.bookingUrl ?? '',
  token: '',
  serviceId: search?.serviceId ?? first,
})

/** Degrees, with a comma or a point; NaN for anything else. */
const degrees = (typed: string): number =>
  /^-?\d{1,3}(?:[.,]\d+)?$/.test(wordsIn(typed)) ? Number(wordsIn(typed).replace(',', '.')) : Number.NaN

/** The settings of a draft in which nothing is wrong. */
export const settingsOf = (draft: SlotSearchDraft): SlotSearchSettings => ({
  meetingPoint: {
    id: wordsIn(draft.id),
    name: wordsIn(draft.name),
    address: wordsIn(draft.street),
    zipCode: wordsIn(draft.zipCode),
    city: wordsIn(draft.city),
    latitude: degrees(draft.latitude),
    longitude: degrees(draft.longitude),
  },
  serviceId: draft.serviceId,
  bookingUrl: wordsIn(draft.bookingUrl),
})

/** What is wrong in each field, in words. @param hasToken one is kept already */
export function wrongIn(draft: SlotSearchDraft, hasToken: boolean): Partial<Record<TypedField, string>> {
  const within = (typed: string, bound: number) => Math.abs(degrees(typed)) <= bound
  const token = wordsIn(draft.token)
  const tokenIsWrong = token === '' ? !hasToken : token.length < leastSearchToken
  return {
    ...Object.fromEntries(
      (['id', 'name', 'street', 'city'] as const)
        .filter((field) => wordsIn(draft[field]) === '')
        .map((field) => [field, words.wrong]),
    ),
    ...(/^\d{5}$/.test(wordsIn(draft.zipCode)) ? {} : { zipCode: words.wrongZip }),
    ...(within(draft.latitude, 90) ? {} : { latitude: words.wrongNumber }),
    ...(within(draft.longitude, 180) ? {} : { longitude: words.wrongNumber }),
    ...(/^https:\/\/[^\s?#]+$/i.test(wordsIn(draft.bookingUrl)) ? {} : { bookingUrl: words.wrongUrl }),
    ...(tokenIsWrong ? { token: words.wrongToken(leastSearchToken) } : {}),
  }
}
