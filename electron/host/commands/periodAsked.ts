import { parseArgs } from 'node:util'
import { LocalDate } from '../../../shared/contract/ids.ts'

/** What a command on a period was asked. */
export type PeriodAsked = {
  readonly folder: string
  readonly out: string
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly replace: boolean
}

/** `DIR --out PLACE [--from DATE] [--to DATE] [--replace]`, as typed; undefined when it is not so. */
export function periodAsked(args: readonly string[]): PeriodAsked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        replace: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    const [folder] = positionals
    if (!folder || positionals.length !== 1 || !values.out) return undefined
    const dateOf = (typed: string | undefined) => (typed === undefined ? null : LocalDate.parse(typed))
    const { out, replace } = values
    return { folder, out, replace, from: dateOf(values.from), to: dateOf(values.to) }
  } catch {
    return undefined
  }
}

/** Whether the period ends before it begins: an empty file would read as « nothing happened ». */
export const isBackwards = ({ from, to }: Pick<PeriodAsked, 'from' | 'to'>): boolean =>
  from !== null && to !== null && to < from
