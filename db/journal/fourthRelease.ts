import type { Upcasters } from './upcaster.ts'

/** The facts of the fourth release, whose slips were all of elimination, made into those of the fifth. */
export const fourthRelease: Upcasters = {
  slipDrawn: { 1: (some) => ({ fate: 'elimination', ...(some as object) }) },
}
