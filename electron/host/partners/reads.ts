import type { PartnerOffice } from '../../../shared/contract/partners/day.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import { placesOn } from '../../../shared/domain/partners/state.ts'
import { localDay } from '../history/days.ts'
import { historyEquality } from '../history/equality.ts'
import { historyDay } from '../history/readHistory.ts'
import { tellHere } from '../history/untold.ts'
import { serviceOf, zoneOf, type Office } from '../../../shared/domain/state.ts'
import type { PlacesRule } from '../../../shared/contract/partners/calls.ts'
import type { Reading } from '../reading.ts'
import { askFigures, partnerFigures } from './figures.ts'
import { isFlawed } from './partners.ts'

/** The offices that agreed to keep places: their names, never their tokens. */
export const showPartners: Reading<'partners.list'> = (_input, { partners }) => {
  const all = partners()
  if (isFlawed(all)) return Promise.resolve({ refusal: all })
  return Promise.resolve({
    partners: all
      .filter(({ places }) => places)
      .slice(0, 100)
      .map(({ id, name }) => ({ partnerId: id, name })),
    figures: all.filter(({ figures }) => figures).length,
  })
}

/** The partners whole, for the administration that sets them: never their tokens. */
export const showAgreed: Reading<'partners.agreed'> = (_input, { partners }) => {
  const all = partners()
  return Promise.resolve(
    isFlawed(all)
      ? { refusal: all }
      : { offices: all.map(({ id, token: _token, ...office }) => ({ partnerId: id, ...office })) },
  )
}

/** The rule without the services that were withdrawn since: who sets it again could not take them out. */
const ruleNow = (office: Office): PlacesRule => {
  const { rule } = office.partners
  return { ...rule, services: rule.services.filter((serviceId) => serviceOf(office, serviceId)) }
}

/** What this office keeps for others, and how many places it gave today. */
export const showPlaces: Reading<'partners.places'> = (_input, { office, now }) =>
  Promise.resolve(
    office.settings === null
      ? { refusal: 'officeNotCreated' }
      : {
          rule: ruleNow(office),
          today: placesOn(office, dateIn(zoneOf(office), now)),
          services: office.settings.services.map(({ serviceId, name }) => ({ serviceId, name })),
        },
  )

/** The day of this office and of those of its file: who does not answer is named. */
export const showPartnersDay: Reading<'partners.day'> = async (
  { date },
  { journal, office, partners, now },
) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const all = partners()
  if (isFlawed(all)) return { refusal: all }
  const day = localDay(zoneOf(office), date)
  const ours = async (): Promise<PartnerOffice> => {
    const telling = await tellHere({ journal, office, now }, [day])
    return {
      name: office.settings?.address.name ?? '',
      state: 'answered',
      figures: partnerFigures(await historyDay(telling, day), await historyEquality(telling, [day])),
    }
  }
  const [own, others] = await Promise.all([ours(), askFigures(all, date)])
  return { offices: [own, ...others] }
}
