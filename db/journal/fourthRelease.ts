import type { Upcasters } from './upcaster.ts'

/**
 * The facts of the fourth release, made into those of the fifth: its slips were all of elimination, an office that followed a
 * source of appointments followed one, and a counter was closed by its agent alone.
 */
export const fourthRelease: Upcasters = {
  appointmentsFollowed: { 1: ofTheOnlySource },
  appointmentSourceSet: { 1: ofTheOnlySource },
  counterClosed: { 1: (some) => ({ reasonId: null, ...(some as object) }) },
  slipDrawn: { 1: (some) => ({ fate: 'elimination', ...(some as object) }) },
}

/** Its id was never written: it is the first one's for good. */
function ofTheOnlySource(data: unknown): unknown {
  return { sourceId: '1', ...(data as object) }
}
