import { tillMeans } from '../../shared/contract/till/books.ts'
import { euros, hour } from '../../shared/messages/format/numbers.ts'
import { tillWords } from '../../shared/messages/till/till.fr.ts'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import { useOffice } from '../link/office.ts'
import { classes } from '../ui/classes.ts'
import { Group } from '../ui/Column.tsx'
import lettering from '../ui/Lettering.module.css'
import type { Agents, EntryLine, TillView } from './acts.ts'
import { nameOf } from '../people/agentName.ts'
import { dueSaid } from './due.ts'
import style from './Side.module.css'

const words = tillPage.side

/** What the law and the deed want done, what the till holds at this instant, and the day's entries. */
export const Side = ({
  view,
  agents,
  onEntry,
}: {
  readonly view: TillView
  readonly agents: Agents
  /** Opens an entry; null where entries are only read. */
  readonly onEntry: ((number: number) => void) | null
}) => (
  <>
    <Group title={words.due}>
      <ul role="list" className={style.due}>
        {dueSaid(view).map(({ text, urgent }) => (
          <li key={text} className={classes(urgent && style.urgent)}>
            {text}
          </li>
        ))}
      </ul>
    </Group>
    <Group title={words.held}>
      <Held view={view} />
    </Group>
    <Group title={words.lines(view.total)}>
      {view.lines.length === 0 && <p className={lettering.under}>{words.noLine}</p>}
      <ul role="list" className={style.lines}>
        {view.lines.map((line) => (
          <li key={line.number}>
            <Line line={line} agents={agents} onEntry={onEntry} />
          </li>
        ))}
      </ul>
      {view.total > view.lines.length && (
        <p className={lettering.under}>{words.shown(view.lines.length, view.total)}</p>
      )}
    </Group>
  </>
)

/** By means, with the float and the cheques; then the day's total and the one since the first entry. */
const Held = ({ view }: { readonly view: TillView }) => (
  <table className={style.held}>
    <tbody>
      {tillMeans
        .filter((means) => view.means.includes(means) || view.held[means] !== 0 || means === 'cash')
        .map((means) => (
          <tr key={means}>
            <th scope="row">
              {tillWords.means[means]}
              {means === 'cash' && view.float > 0 && (
                <small className={lettering.under}>{words.float(view.float)}</small>
              )}
              {means === 'cheque' && view.cheques > 0 && (
                <small className={lettering.under}>{words.cheques(view.cheques)}</small>
              )}
            </th>
            <td>{euros(view.held[means])}</td>
          </tr>
        ))}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">{words.today}</th>
        <td>{euros(view.today.collected)}</td>
      </tr>
      <tr>
        <th scope="row">{words.perpetual}</th>
        <td>{euros(view.perpetual)}</td>
      </tr>
    </tfoot>
  </table>
)

/** What an entry is about: its products, or what kind it is of. */
export function entryTitle({ kind, lines }: Pick<EntryLine, 'kind' | 'lines'>): string {
  const products = lines.map(({ title, quantity }) => words.quantity(title, Math.abs(quantity))).join(', ')
  return kind === 'payment' ? products : [words.kinds[kind], products].filter(Boolean).join(' · ')
}

function Line({
  line,
  agents,
  onEntry,
}: {
  readonly line: EntryLine
  readonly agents: Agents
  readonly onEntry: ((number: number) => void) | null
}) {
  const { zone } = useOffice()
  const { number, at, agentId, means, cents, of, correctedBy, kind } = line
  const exempt = kind === 'payment' && means === null
  const detail = [
    hour(at, zone),
    nameOf(agents, agentId),
    ...(means === null ? [] : [tillWords.means[means]]),
    ...(exempt ? [words.exempt] : []),
    ...(of === null ? [] : [words.of(of)]),
    ...(correctedBy === null ? [] : [words.correctedBy(correctedBy)]),
  ].join(' · ')
  const content = (
    <>
      <span className={style.number}>{number}</span>
      <span className={classes(style.title, correctedBy !== null && style.struck)}>{entryTitle(line)}</span>
      <span className={classes(style.cents, correctedBy !== null && style.struck)}>{euros(cents)}</span>
      <small className={style.detail}>{detail}</small>
    </>
  )
  return onEntry === null ? (
    <div className={style.line}>{content}</div>
  ) : (
    <button type="button" className={style.line} onClick={() => onEntry(number)}>
      {content}
    </button>
  )
}
