import { grouped, type Calls } from '../define.ts'
import { documents } from './kept.ts'
import { issuing } from './issuing.ts'
import { paperSettings } from './paperSettings.ts'

export interface DocumentsCalls
  extends Calls<typeof documents>, Calls<typeof issuing>, Calls<typeof paperSettings> {}

/** All that crosses a process of this capability: papers that are issued, kept and checked. */
export const documentsCalls = grouped<DocumentsCalls>()({ ...documents, ...issuing, ...paperSettings })
