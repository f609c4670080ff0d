/** The tests under Node that start programs or wait for them, by their project in `vitest.config.ts`. */
export const programFloors = ['db', 'office', 'faults'] as const

/** Those that work on a processor alone: they have what the others leave of it. */
export const pureFloors = ['arch', 'unit', 'property'] as const

export type Floor = (typeof programFloors)[number] | (typeof pureFloors)[number]
