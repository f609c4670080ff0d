/** Every figure that a screen, an export or a paper says of a day or a period. Each has one definition (`definitions.fr.ts`). */
export const figureNames = [
  'waiting',
  'tickets',
  'received',
  'left',
  'absent',
  'unserved',
  'medianWait',
  'p90Wait',
  'refused',
  'overtakes',
  'announced',
  'within',
  'coverage',
  'atRisk',
  'counterTime',
  'documents',
  'printed',
  'handed',
] as const
export type FigureName = (typeof figureNames)[number]
