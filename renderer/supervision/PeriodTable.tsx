import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { leastForShare } from '../../shared/domain/history/waited.ts'
import { smallest } from '../../shared/domain/privacy/smallGroups.ts'
import { history as words } from '../../shared/messages/history/history.fr.ts'
import { calendarDate, count } from '../../shared/messages/format/numbers.ts'
import { monthWords } from '../../shared/messages/history/months.fr.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { Button } from '../ui/Button.tsx'
import { inMinutes, percent } from '../ui/figures.ts'
import type { By, Period } from './period.ts'
import style from './Supervision.module.css'
import { Figure, Table } from '../ui/Table.tsx'

/** The waits of everyone of the period; null while they are read. */
export type Together = Output<'history.equality'>['everyone'] | null
const adds = ['tickets', 'received', 'left', 'absent', 'unserved'] as const

/** The figures of each day or week, the latest first, and of the whole period under them. */
export function PeriodTable({
  rows,
  together,
  by,
  onOpen,
}: {
  readonly rows: readonly Period[]
  readonly together: Together
  readonly by: By
  readonly onOpen: (date: LocalDate) => void
}) {
  const columns = words.columns
  const total = (figure: (typeof adds)[number] | 'overtakes' | 'announced' | 'within') =>
    rows.reduce((sum, row) => sum + row[figure], 0)
  const whole = rows.every(({ unsaid }) => unsaid.length === 0)
  return (
    <Table
      caption={words.title}
      captionHidden
      columns={[
        { title: columns[by] },
        ...adds.map((figure) => ({ title: columns[figure], figure: true })),
        { title: columns.median, figure: true },
        { title: columns.p90, figure: true },
        { title: columns.overtakes, figure: true },
        { title: columns.coverage, figure: true },
      ]}
      foot={
        <tr>
          <th scope="row">{words.total}</th>
          {adds.map((figure) => (
            <Figure key={figure}>{added(total(figure), whole)}</Figure>
          ))}
          <Figure>{waitedAll(together?.median ?? null, together?.medianAtLeast)}</Figure>
          <Figure>{waitedAll(together?.p90 ?? null, together?.p90AtLeast)}</Figure>
          <Figure>{added(total('overtakes'), whole)}</Figure>
          <Figure>{share(total('within'), total('announced'))}</Figure>
        </tr>
      }
    >
      {rows.toReversed().map((row) => (
        <tr key={row.date}>
          <th scope="row" className={style.opens}>
            {by === 'day' ? (
              <Button
                kind="quiet"
                size="dense"
                aria-label={words.openFor(calendarDate(row.date))}
                onPress={() => onOpen(row.date)}
              >
                {calendarDate(row.date)}
              </Button>
            ) : (
              calendarDate(row.date)
            )}
          </th>
          <Figures row={row} />
        </tr>
      ))}
    </Table>
  )
}

/** Minutes waited by all together; a dash where nothing was measured. */
const waitedAll = (seconds: number | null, isAtLeast = false): string =>
  seconds === null ? supervision.none : atLeast({ atLeast: isAtLeast }, count(inMinutes(seconds)))

/** What a period says; of one of which nothing is told, why. */
function Figures({ row }: { readonly row: Period }) {
  const [why] = row.unsaid
  if (why !== undefined && row.tickets === 0)
    return (
      <>
        <Figure>{monthWords.hidden(why, smallest)}</Figure>
        {Array.from({ length: adds.length + 3 }, (_, column) => (
          <Figure key={column}>{supervision.none}</Figure>
        ))}
      </>
    )
  const whole = why === undefined
  return (
    <>
      {adds.map((figure) => (
        <Figure key={figure}>{added(row[figure], whole)}</Figure>
      ))}
      <Figure>
        {row.median === null
          ? supervision.none
          : atLeast(row.median, words.range(inMinutes(row.median.low), inMinutes(row.median.high)))}
      </Figure>
      <Figure>
        {row.p90 === null ? supervision.none : atLeast(row.p90, count(inMinutes(row.p90.high)))}
      </Figure>
      <Figure>{added(row.overtakes, whole)}</Figure>
      <Figure>{share(row.within, row.announced)}</Figure>
    </>
  )
}

/** What is added up; « au moins » that, where a day of it is not told. */
const added = (value: number, whole: boolean): string =>
  whole ? count(value) : supervision.atLeast(count(value))

/** « au moins 12 » where too few were called for the longest wait to be known. */
const atLeast = (range: Pick<NonNullable<Period['median']>, 'atLeast'>, text: string): string =>
  range.atLeast ? supervision.atLeast(text) : text

/** Of fewer than thirty people, no share. */
const share = (within: number, announced: number): string =>
  announced < leastForShare ? supervision.none : percent(within / announced)
