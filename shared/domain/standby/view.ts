import { zoneOf } from '../state.ts'
import type { View } from '../view.ts'

export const hostsView: View<'hosts.view'> = (office, _input, { model: { following } }) => ({
  ...following,
  zone: zoneOf(office),
  epoch: office.epoch,
})
