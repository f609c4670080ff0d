import { zoneOf } from '../state.ts'
import type { View } from '../view.ts'

export const backupsView: View<'backups.view'> = (office, _input, { model }) => ({
  ...model.backups,
  zone: zoneOf(office),
})
