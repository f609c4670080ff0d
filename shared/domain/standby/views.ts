import { zoneOf } from '../state.ts'
import type { View, Views } from '../view.ts'

const standbyView: View<'standby.view'> = (office, _input, { model: { following } }) => ({
  ...following,
  zone: zoneOf(office),
  epoch: office.epoch,
})

/** Each view of standby, and what makes it. */
export const standbyViews = {
  'standby.view': standbyView,
} satisfies Views
