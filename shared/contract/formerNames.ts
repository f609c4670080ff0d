/** A call of 1.4 that took its capability's word; every door answers its former name until 1.6. */
const renamed = <N extends string>(name: N) => ({ name, since: '1.5', until: '1.6' }) as const

/**
 * The names that calls had before, and those that they have: `since` is the first version that has the present name, `until`
 * the first that no longer answers the former one. A row goes when the contract reaches its `until`.
 */
export const formerNames = {
  'town.view': renamed('partners.day'),
  'town.partners': renamed('partners.list'),
  'places.set': renamed('partners.setPlaces'),
  'places.show': renamed('partners.places'),
  'place.request': renamed('partners.requestPlace'),
  'place.withdraw': renamed('partners.withdrawPlace'),
  'place.ask': renamed('partners.askPlace'),
  'place.giveUp': renamed('partners.giveUpPlace'),
  'place.begin': renamed('partners.beginAsking'),
  'place.note': renamed('partners.noteAnswer'),
  'place.returned': renamed('partners.noteReturn'),
  'lesson.begin': renamed('training.begin'),
  'lesson.reset': renamed('training.reset'),
  'lesson.next': renamed('training.next'),
  'lesson.arrive': renamed('training.arrive'),
  'lesson.view': renamed('training.view'),
  'hosts.view': renamed('standby.view'),
  'follower.renew': renamed('standby.renewToken'),
  'follower.note': renamed('standby.noteRenewal'),
  'host.promote': renamed('standby.promote'),
} as const
