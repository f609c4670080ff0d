import type { CounterId, ServiceId } from '../../shared/contract/ids.ts'
import type { Act } from '../link/hooks.ts'
import { withService, type Present } from './names.ts'

/** One service more at a counter whose agent could receive for it. */
export const entrusted = (act: Act, view: Present, counterId: CounterId, serviceId: ServiceId): void =>
  void act('counter.skills', { counterId, services: withService(view.counters, counterId, serviceId) })
