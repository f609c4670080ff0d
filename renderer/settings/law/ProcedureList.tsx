import type { Output } from '../../../shared/contract/index.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { date } from '../../../shared/messages/format/numbers.ts'
import { useOffice } from '../../link/office.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import lettering from '../../ui/Lettering.module.css'
import { Status } from '../../ui/Status.tsx'
import page from './Law.module.css'
import style from './Procedures.module.css'
import { inReadingOrder, stateOf, type VersionLine } from './versions.ts'

const words = law.rules

/** Every version of every procedure: its dates, what is to confirm in it, who answers for it. */
export function ProcedureList({
  view: { today, procedures },
  onOpen,
}: {
  readonly view: Output<'law.procedures'>
  readonly onOpen: (line: VersionLine) => void
}) {
  const inForce = procedures.filter((one) => one.inForce)
  const sum = (of: 'rules' | 'toConfirm') => inForce.reduce((all, one) => all + one[of], 0)
  const lines = inReadingOrder(procedures, today)
  const columns = words.columns
  return (
    <div className={classes(page.page, page.padded)}>
      <p className={page.help}>
        {words.total(inForce.length, sum('rules'), sum('toConfirm'))} {words.help}
      </p>
      <div className={page.scroll}>
        <table className={style.table} aria-label={words.title}>
          <thead>
            <tr>
              {Object.values(columns).map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, rank) => (
              <Line
                key={`${line.procedureId} ${line.version}`}
                line={line}
                today={today}
                isSame={lines[rank - 1]?.procedureId === line.procedureId}
                onOpen={() => onOpen(line)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Line({
  line,
  today,
  isSame,
  onOpen,
}: {
  readonly line: VersionLine
  readonly today: string
  /** Another version of the procedure above. */
  readonly isSame: boolean
  readonly onOpen: () => void
}) {
  const { zone } = useOffice()
  const { title, version, validFrom, validTo, reviewBy, reviewOverdue, rules, toConfirm, validated } = line
  const state = stateOf(line, today)
  return (
    <tr className={classes(isSame && style.same, state === 'ended' && style.ended)}>
      <th scope="row">
        <Button kind="quiet" size="dense" aria-label={words.read(title.fr, version)} onPress={onOpen}>
          {title.fr}
        </Button>
      </th>
      <td>{version}</td>
      <td>
        <span className={lettering.strong}>{words.states[state]}</span>{' '}
        {state === 'coming' ? words.comingFrom(validFrom) : words.dates(validFrom, validTo)}
      </td>
      <td>
        {toConfirm === 0 ? (
          <span className={lettering.small}>{words.noneToConfirm}</span>
        ) : (
          <span className={lettering.attention}>{words.share(toConfirm, rules)}</span>
        )}
      </td>
      <td>
        {reviewOverdue ? (
          <Status tone="attention">{words.overdue}</Status>
        ) : (
          <span className={lettering.small}>{words.reviewBy(reviewBy)}</span>
        )}
      </td>
      <td>
        {validated ? (
          words.validatedBy(validated.by, date(validated.at, zone))
        ) : (
          <span className={classes(lettering.small, style.short)}>{words.notValidated}</span>
        )}
      </td>
    </tr>
  )
}
