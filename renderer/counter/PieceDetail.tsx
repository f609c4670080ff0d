import type { Consigne } from '../../shared/contract/law/assessment.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { Button } from '../ui/Button.tsx'
import { Prose } from '../ui/Prose.tsx'
import type { PieceRow } from './checklist.ts'
import { Cited } from './Sources.tsx'
import style from './Pieces.module.css'

/** What the chosen piece is, why it is asked, on which text; an instruction that goes against the text, and which binds. */
export function PieceDetail({
  row,
  onAskAgain,
}: {
  readonly row: PieceRow
  readonly onAskAgain: () => void
}) {
  const words = counterWords
  const { rule, text, detail } = row
  const held = rule?.status === 'heldByAdministration'
  const said = [
    detail,
    rule === null
      ? text
      : held
        ? rule.exchange
          ? words.law.held(rule.exchange.title)
          : words.statuses.heldByAdministration
        : rule.why,
  ].filter((part) => part !== null && part !== undefined && part !== '')
  const doubtful = rule !== null && rule.toConfirm
  return (
    <div role="region" aria-label={words.pieceDetail(row.title)} className={style.detail}>
      <p>
        <Prose>{said.join(' · ')}</Prose>
        {rule && (rule.sources.length > 0 || doubtful) && said.length > 0 && ' · '}
        {rule && <Cited sources={rule.sources} toConfirm={doubtful} />}
      </p>
      {rule?.consignes.map((consigne) => (
        <ConsigneLine key={consigne.consigneId} consigne={consigne} />
      ))}
      {held && (
        <Button kind="quiet" size="dense" onPress={onAskAgain}>
          {words.law.askAgain}
        </Button>
      )}
    </div>
  )
}

/** An instruction and the text that it goes against: which one to follow is said first. */
const ConsigneLine = ({ consigne: { issuer, from, title, against } }: { readonly consigne: Consigne }) => {
  const words = counterWords.law
  return (
    <p>
      <b>
        <Prose>{against.length > 0 ? words.followText(against) : words.followConsigne}</Prose>
      </b>{' '}
      {words.consigne(issuer, calendarDate(from))}
      {'\u00a0: '}
      {title}.
    </p>
  )
}
