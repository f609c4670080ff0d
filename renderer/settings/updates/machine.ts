import type { Output } from '../../../shared/contract/index.ts'

/** The updates of the office's own machine: its version, what waits, where it looks. */
export type MachineUpdates = NonNullable<Output<'updates.state'>['here']>
