import type { Upcasters } from './upcaster.ts'

/** The facts of the third release, whose documents were of a visit alone, made into those of the fourth. */
export const thirdRelease: Upcasters = {
  documentIssued: { 1: (some) => ({ ...(some as object), fileId: null }) },
}
