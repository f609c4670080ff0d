import { useNow } from '../../link/clock.ts'
import { useOffice } from '../../link/office.ts'
import { dayIn } from '../../ui/dates.ts'
import { AssistedExport } from '../../files/AssistedExport.tsx'
import { useLink } from '../../link/hooks.ts'

/** What the office must tell of its files: the year's count of help online. */
export function FilesSection() {
  const link = useLink()
  const { zone } = useOffice()
  const year = Number(dayIn(zone, useNow(60_000)).slice(0, 4))
  return <AssistedExport year={year} onExport={(input) => link.read('assisted.export', input)} />
}
