import { zoneOf } from '../state.ts'
import type { View, Views } from '../view.ts'

const hostsView: View<'hosts.view'> = (office, _input, { model: { following } }) => ({
  ...following,
  zone: zoneOf(office),
  epoch: office.epoch,
})

/** Each view of standby, and what makes it. */
export const standbyViews = {
  'hosts.view': hostsView,
} satisfies Views
