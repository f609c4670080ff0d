import type { AgreedAnswer } from '../../../shared/contract/partners/agreed.ts'
import type { HandlersOf } from '../core/part.ts'
import { done } from '../core/answer.ts'
import { callOffice } from './call.ts'
import { isFlawed, partnersOf, writePartners, type Partner } from './partners.ts'

/** A procedure of no office: a place asked for it is refused there, and nothing changes. */
const nothing = 'essai'

/** Sets, removes and tries the offices of this folder's file. @param now milliseconds, UTC */
export const agreedHandlers = (
  dir: string,
  now: () => number,
): Pick<HandlersOf<'partners'>, 'partners.set' | 'partners.remove' | 'partners.try'> => ({
  'partners.set': async ({ input: { office, token } }) => {
    const all = partnersOf(dir)
    if (isFlawed(all)) return { code: all }
    const { partnerId: id, ...rest } = office
    const kept = token ?? all.find((one) => one.id === id)?.token
    if (kept === undefined) return { code: 'partnerTokenMissing' }
    const set: Partner = { id, ...rest, token: kept }
    writePartners(
      dir,
      all.some((one) => one.id === id) ? all.map((one) => (one.id === id ? set : one)) : [...all, set],
    )
    return done
  },
  'partners.remove': async ({ input: { partnerId } }) => {
    const all = partnersOf(dir)
    if (isFlawed(all)) return { code: all }
    if (!all.some(({ id }) => id === partnerId)) return { code: 'unknownPartner' }
    writePartners(
      dir,
      all.filter(({ id }) => id !== partnerId),
    )
    return done
  },
  'partners.try': async ({ input: { partnerId } }) => {
    const all = partnersOf(dir)
    if (isFlawed(all)) return { code: all }
    const partner = all.find(({ id }) => id === partnerId)
    if (!partner) return { code: 'unknownPartner' }
    const answers = [
      ...(partner.places ? [await tryPlaces(partner, now())] : []),
      ...(partner.figures ? [await tryFigures(partner)] : []),
    ]
    return { text: JSON.stringify({ answers }) }
  },
})

/** Its rule is read before the procedure is looked for: an office that offers none says so. */
async function tryPlaces(partner: Partner, arrivedAt: number): Promise<AgreedAnswer> {
  const called = await callOffice(partner, 'partners.requestPlace', { procedureId: nothing, arrivedAt })
  if ('unreachable' in called) return { about: 'places', is: 'unreachable', code: null }
  if ('code' in called && called.code !== 'placeNotHere')
    return { about: 'places', is: 'refused', code: called.code }
  return { about: 'places', is: 'works', code: null }
}

async function tryFigures(partner: Partner): Promise<AgreedAnswer> {
  const today = new Date().toISOString().slice(0, 10)
  const called = await callOffice(partner, 'history.days', { from: today, to: today })
  if ('unreachable' in called) return { about: 'figures', is: 'unreachable', code: null }
  return 'code' in called
    ? { about: 'figures', is: 'refused', code: called.code }
    : { about: 'figures', is: 'works', code: null }
}
