import { Ban, Flag, Minus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { AssessedPiece } from '../../shared/contract/law/assessment.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { CheckMark } from '../ui/Check.tsx'
import { classes } from '../ui/classes.ts'
import { KeyCap } from '../ui/KeyCap.tsx'
import { Status } from '../ui/Status.tsx'
import type { PieceRow } from './checklist.ts'
import { uncapital } from '../ui/capital.ts'
import { Cited } from './Sources.tsx'
import style from './Pieces.module.css'

/** What is said of a piece after its title, in a few words. */
function marksOf({ rule, state, askedAgain, read }: PieceRow): readonly string[] {
  const words = counterWords
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

/** A piece to tick, in one line: its text stands in its detail, once it is chosen. */
export function PieceLine({
  row,
  keyCap,
  explaining,
  open,
  onPress,
}: {
  readonly row: PieceRow
  readonly keyCap: string | undefined
  /** Pressed, it shows its reasoning rather than being ticked. */
  readonly explaining: boolean
  /** Its detail is open under the list. */
  readonly open: boolean
  readonly onPress: () => void
}) {
  const words = counterWords
  const { rule, state, title } = row
  const held = rule?.status === 'heldByAdministration'
  const marks = marksOf(row)
  const place = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (open) place.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <AriaButton
      ref={place}
      className={classes(style.piece, open && style.chosen)}
      {...(explaining ? { 'aria-description': words.why } : { 'aria-expanded': open })}
      onPress={onPress}
    >
      <span className={style.keyPlace}>{keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}</span>
      <CheckMark state={state === 'presented' ? 'done' : state === 'missing' ? 'stop' : 'empty'} />
      <span className={style.title} title={title}>
        {title}
      </span>
      {marks.length > 0 && (
        <span className={style.marks}>{marks.map((mark) => `·\u00a0${mark}`).join(' ')}</span>
      )}
      {rule && rule.consignes.some(({ against }) => against.length > 0) && (
        <span className={style.flag}>
          <Flag aria-hidden size={16} /> {words.law.consigneFlag}
        </span>
      )}
      <span className={style.state}>
        <Status tone={state === 'presented' ? 'done' : state === 'missing' ? 'stop' : 'quiet'}>
          {state === 'notExamined' && held ? words.heldShort : words.pieceStates[state]}
        </Status>
      </span>
    </AriaButton>
  )
}

/** What may not be asked of this person, in one line; the reasoning of each is under « Pourquoi ». */
export const NotToAsk = ({ pieces }: { readonly pieces: readonly AssessedPiece[] }) => (
  <p className={style.notToAsk} title={pieces.map(({ title }) => title).join(', ')}>
    <span className={style.keyPlace} />
    <Ban aria-hidden size={20} />
    <span className={style.notToAskText}>
      {counterWords.notToAsk}{' '}
      {pieces.map(({ pieceId, title }, at) => (
        <span key={pieceId}>
          {at > 0 && ', '}
          <s>{uncapital(title)}</s>
        </span>
      ))}
    </span>
  </p>
)

/** A piece that is not asked of this person, with the text that says so: pressed, its reasoning is shown. */
export function StruckLine({
  piece,
  keyCap,
  onExplain,
}: {
  readonly piece: AssessedPiece
  readonly keyCap: string | undefined
  readonly onExplain: () => void
}) {
  const words = counterWords
  return (
    <AriaButton className={classes(style.piece, style.struck)} onPress={onExplain}>
      <span className={style.keyPlace}>{keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}</span>
      {piece.status === 'mayNotBeAsked' ? <Ban aria-hidden size={20} /> : <Minus aria-hidden size={20} />}
      <span className={style.title}>
        <s>{piece.title}</s>
      </span>
      <span className={style.marks}>
        · {words.statuses[piece.status]}
        {piece.status === 'notRequired' && piece.why !== '' && `, ${uncapital(piece.why)}`}
        {piece.sources.length > 0 && ' · '}
        <Cited sources={piece.sources} toConfirm={false} />
      </span>
    </AriaButton>
  )
}
