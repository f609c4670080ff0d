import { Ban, CircleAlert, Minus, ScrollText } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { AssessedPiece, Consigne } from '../../shared/contract/law/assessment.ts'
import { fr } from '../../shared/messages/fr.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { Button } from '../ui/Button.tsx'
import { CheckMark } from '../ui/Check.tsx'
import { KeyCap } from '../ui/KeyCap.tsx'
import lettering from '../ui/Lettering.module.css'
import { Status } from '../ui/Status.tsx'
import type { PieceRow } from './checklist.ts'
import { Cited } from './Sources.tsx'
import style from './Pieces.module.css'

/** What is said of a piece after its title, in a few words. */
function marksOf({ rule, state, askedAgain, read }: PieceRow): readonly string[] {
  const words = fr.counter
  if (rule === null) return []
  const asked = rule.status === 'required' || rule.status === 'alternative'
  return [
    ...(rule.status === 'required' || rule.status === 'heldByAdministration'
      ? []
      : [words.statuses[rule.status].toLowerCase()]),
    ...(askedAgain ? [words.law.askedAgain] : []),
    ...(asked && state !== 'presented' && rule.indispensable === true ? [words.law.indispensable] : []),
    ...(asked && state === 'missing' && rule.indispensable === false ? [words.law.mayWait] : []),
    ...(read ? [words.law.readBy2dDoc] : []),
  ]
}

/** A piece to tick. Beside a missing one its text, so that it can be said; beside the others what is not certain. */
export function PieceLine({
  row,
  keyCap,
  explaining,
  onPress,
  onAskAgain,
}: {
  readonly row: PieceRow
  readonly keyCap: string | undefined
  /** Pressed, it shows its reasoning rather than being ticked. */
  readonly explaining: boolean
  readonly onPress: () => void
  readonly onAskAgain: () => void
}) {
  const words = fr.counter
  const { rule, state } = row
  const held = rule?.status === 'heldByAdministration'
  const whole = state === 'missing' || rule?.status === 'unknown'
  const marks = marksOf(row)
  // How sure the list is stands at its head: a line says only that no text requires it.
  const doubtful = rule !== null && rule.sources.length === 0 && rule.toConfirm
  return (
    <>
      <div className={style.pieceLine}>
        <AriaButton
          className={style.piece!}
          {...(explaining ? { 'aria-description': words.why } : {})}
          onPress={onPress}
        >
          <span className={style.keyPlace}>{keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}</span>
          <CheckMark state={state === 'presented' ? 'done' : state === 'missing' ? 'stop' : 'empty'} />
          <span className={style.text}>
            <span className={style.title}>{row.title}</span>
            {(marks.length > 0 || doubtful) && (
              <span className={lettering.small}>
                {marks.map((mark) => `\u00a0· ${mark}`).join('')}
                {doubtful && (
                  <>
                    {'\u00a0· '}
                    <span className={style.confirm}>{words.toConfirm}</span>
                  </>
                )}
              </span>
            )}
            {row.text !== null && <span className={`${lettering.small} ${style.second}`}>{row.text}</span>}
            {rule && held && (
              <span className={`${lettering.small} ${style.second}`}>
                {rule.exchange ? words.law.held(rule.exchange.title) : words.statuses.heldByAdministration}
                {' · '}
                <Cited sources={rule.sources} toConfirm={false} />
              </span>
            )}
            {rule && whole && (
              <span className={`${lettering.small} ${style.second}`}>
                {rule.why}
                {state === 'missing' && rule.sources.length > 0 && (
                  <>
                    {' · '}
                    <Cited sources={rule.sources} toConfirm={false} />
                  </>
                )}
              </span>
            )}
            {rule && !whole && !held && rule.detail !== null && (
              <span className={`${lettering.small} ${style.wideOnly}`}>{rule.detail}</span>
            )}
          </span>
          {state === 'presented' && <Status tone="done">{words.pieceStates.presented}</Status>}
          {state === 'missing' && (
            <Status tone="stop" icon={<CircleAlert aria-hidden size={20} />}>
              {words.pieceStates.missing}
            </Status>
          )}
          {state === 'notExamined' && (
            <Status tone="quiet">{held ? words.heldShort : words.pieceStates.notExamined}</Status>
          )}
        </AriaButton>
        {held && (
          <span className={style.beside}>
            <Button kind="quiet" size="dense" onPress={onAskAgain}>
              {words.law.askAgain}
            </Button>
          </span>
        )}
      </div>
      {rule?.consignes.map((consigne) => (
        <ConsigneLine key={consigne.consigneId} consigne={consigne} />
      ))}
    </>
  )
}

/** An instruction beside the text that it goes against: both are shown, and which one binds. */
const ConsigneLine = ({ consigne }: { readonly consigne: Consigne }) => {
  const words = fr.counter.law
  const { issuer, from, title, against } = consigne
  return (
    <p className={style.consigne}>
      <ScrollText aria-hidden size={18} />
      <span>
        {words.consigne(issuer, calendarDate(from))}
        {'\u00a0: '}
        {title}
        {against.length > 0 && (
          <b className={style.confirm}>
            {' · '}
            {words.against(against)}
          </b>
        )}
      </span>
    </p>
  )
}

/** A piece that is not asked of this person, with the text that says so. */
export function StruckLine({
  piece,
  keyCap,
  onExplain,
}: {
  readonly piece: AssessedPiece
  /** The key that shows its reasoning, while reasonings are shown. */
  readonly keyCap: string | undefined
  readonly onExplain: (() => void) | null
}) {
  const words = fr.counter
  const content = (
    <>
      <span className={style.keyPlace}>{keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}</span>
      {piece.status === 'mayNotBeAsked' ? <Ban aria-hidden size={20} /> : <Minus aria-hidden size={20} />}
      <span className={style.text}>
        <s>{piece.title}</s> · {words.statuses[piece.status]}
        {piece.status === 'notRequired' &&
          piece.why !== '' &&
          `, ${piece.why.slice(0, 1).toLowerCase()}${piece.why.slice(1)}`}
        {piece.sources.length > 0 && ' · '}
        <Cited sources={piece.sources} toConfirm={false} />
      </span>
    </>
  )
  return (
    <>
      {onExplain === null ? (
        <div className={style.struck}>{content}</div>
      ) : (
        <AriaButton className={`${style.struck} ${style.struckButton}`} onPress={onExplain}>
          {content}
        </AriaButton>
      )}
      {piece.consignes.map((consigne) => (
        <ConsigneLine key={consigne.consigneId} consigne={consigne} />
      ))}
    </>
  )
}
