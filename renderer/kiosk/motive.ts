import type { Output } from '../../shared/contract/index.ts'

export type Motive = Output<'kiosk.view'>['motives'][number]

/** « Autre démarche » is for who found nothing else: it comes last, whatever service takes it. */
export const inOrder = (motives: readonly Motive[]): readonly Motive[] =>
  motives.toSorted((a, b) => Number(a.procedureId === 'autre') - Number(b.procedureId === 'autre'))
