import { zoneOf } from '../state.ts'
import type { View, Views } from '../view.ts'

const backupsView: View<'backups.view'> = (office, _input, { model }) => ({
  ...model.backups,
  zone: zoneOf(office),
})

/** Each view of privacy, and what makes it. */
export const privacyViews = {
  'backups.view': backupsView,
} satisfies Views
