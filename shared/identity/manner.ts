import type { WedgeManner } from './wedge.ts'

/** What may be changed on a scanner, so that it is known at once and typed nothing beforehand. */
export const scannerAdvices = ['slow', 'otherLayout', 'noEnd'] as const
export type ScannerAdvice = (typeof scannerAdvices)[number]

/** Milliseconds a key above which the first letters of some documents act, then are taken back. */
const slowFrom = 50

/** What to change on a scanner that types so; nothing where all of it is well. */
export const adviceFor = ({ pace, layout, end }: WedgeManner): readonly ScannerAdvice[] =>
  scannerAdvices.filter(
    (advice) => ({ slow: pace > slowFrom, otherLayout: layout !== 'host', noEnd: end === 'none' })[advice],
  )
