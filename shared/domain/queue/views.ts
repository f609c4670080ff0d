import { noneEnded } from './state.ts'
import { absentRows, counterRows, dayOf, parkedRows, waitingRows } from './rows.ts'
import type { View, Views } from '../view.ts'

const queueView: View<'queue.view'> = (office, _input, { now, model }) => ({
  total: office.queue.size,
  waiting: waitingRows(office, now, office.queue),
  absent: absentRows(office),
  parked: parkedRows(office, model.personal),
  services: (office.settings?.services ?? []).map(({ serviceId, name }) => ({
    serviceId,
    name,
    waiting: office.waiting.get(serviceId)?.size ?? 0,
    ...(office.ended.get(serviceId) ?? noneEnded),
  })),
  counters: counterRows(office, model.personal),
  day: dayOf(office, now),
})

/** Each view of the queue, and what makes it. */
export const queueViews = {
  'queue.view': queueView,
} satisfies Views
