import type { PrintJob } from '../../contract/printing/calls.ts'
import { zoneOf } from '../state.ts'
import type { View, Views } from '../view.ts'

/** Papers shown at most: the contract's bound. */
const shown = 200

const unfinished = ({ state }: PrintJob): boolean => ['waiting', 'printing', 'retrying'].includes(state)

/** The print queue: what is still to come out first, the oldest ahead, then the latest ones done. */
const printingView: View<'printing.view'> = (office, _input, { model }) => {
  const ahead = model.jobs.filter(unfinished).toReversed()
  return {
    zone: zoneOf(office),
    printers: [...model.printers],
    jobs: [...ahead, ...model.jobs.filter((job) => !unfinished(job))].slice(0, shown),
    total: model.printers.reduce((sum, { waiting }) => sum + waiting, 0),
  }
}

/** Each view of printing, and what makes it. */
export const printingViews = {
  'printing.view': printingView,
} satisfies Views
