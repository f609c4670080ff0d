import { dateIn } from '../../../shared/domain/calendar.ts'
import { placesOn } from '../../../shared/domain/elsewherePlaces.ts'
import { zoneOf } from '../../../shared/domain/office.ts'
import type { Reading } from '../reads.ts'

/** The offices that agreed to keep places: their names, never their tokens. */
export const showPartners: Reading<'town.partners'> = (_input, { partners }) => {
  const known = partners()
  if (!known) return Promise.resolve({ refusal: 'partnersUnreadable' })
  return Promise.resolve({
    partners: known
      .filter(({ places }) => places)
      .slice(0, 100)
      .map(({ id, name }) => ({ partnerId: id, name })),
  })
}

/** What this office keeps for others, and how many places it gave today. */
export const showPlaces: Reading<'places.show'> = (_input, { office, now }) =>
  Promise.resolve(
    office.settings === null
      ? { refusal: 'officeNotCreated' }
      : {
          rule: office.elsewhere.rule,
          today: placesOn(office, dateIn(zoneOf(office), now)),
          services: office.settings.services.map(({ serviceId, name }) => ({ serviceId, name })),
        },
  )
