import { Ban, CircleAlert, Minus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { fr } from '../../shared/messages/fr.ts'
import { Button } from '../ui/Button.tsx'
import { CheckMark } from '../ui/Check.tsx'
import { classes } from '../ui/classes.ts'
import { Field } from '../ui/Field.tsx'
import { KeyCap } from '../ui/KeyCap.tsx'
import { useKeys } from '../ui/keys.ts'
import { Status } from '../ui/Status.tsx'
import type { SheetPatch } from './acts.ts'
import { holdKeys, nextState, patchOf, pieceKeys, type Checklist, type PieceRow } from './checklist.ts'
import { Cited } from './Sources.tsx'
import style from './Serving.module.css'

/** The keys of the visit under way: the same when its sheet is drawn again, after the documents were looked at. */
let kept: { readonly visitId: string; readonly keys: ReadonlyMap<string, number> } | null = null

/** The checklist: it stands first, ticked by the letters of the upper row or the mouse, whatever is answered. */
export function Pieces({
  visitId,
  checklist,
  chosen,
  hasProcedure,
  listening,
  patch,
}: {
  readonly visitId: string
  readonly checklist: Checklist
  /** A procedure is chosen, « Autre démarche » too. */
  readonly chosen: boolean
  /** One that has rules. */
  readonly hasProcedure: boolean
  /** False while a panel owns the letters. */
  readonly listening: boolean
  readonly patch: (patch: SheetPatch) => void
}) {
  const words = fr.counter
  const [unfolded, setUnfolded] = useState(false)
  const [adding, setAdding] = useState(false)
  const rows = unfolded ? [...checklist.rows, ...checklist.folded] : checklist.rows
  const [held, setHeld] = useState<ReadonlyMap<string, number>>(() =>
    kept?.visitId === visitId ? kept.keys : new Map(),
  )
  const keys = holdKeys(
    held,
    rows.map(({ key }) => key),
  )
  if (keys !== held) setHeld(keys)
  useEffect(() => {
    kept = { visitId, keys }
  }, [visitId, keys])
  const keyOf = ({ key }: PieceRow) => pieceKeys[keys.get(key) ?? -1]
  const press = (row: PieceRow) => patch({ pieces: [patchOf(row, nextState(row))] })
  const canAdd = adding || !hasProcedure
  useKeys({
    ...Object.fromEntries(
      rows.flatMap((row) => {
        const key = keyOf(row)
        return key ? [[key.code, listening ? () => press(row) : undefined]] : []
      }),
    ),
    KeyJ: listening ? () => setAdding(true) : undefined,
    KeyK: listening && checklist.folded.length > 0 ? () => setUnfolded(!unfolded) : undefined,
  })
  return (
    <section className={classes(style.pieces, !listening && style.deaf)} aria-label={words.pieces}>
      <div className={style.piecesHead}>
        <h3>{words.pieces}</h3>
        {!canAdd && (
          <span className={style.addButton}>
            <Button kind="quiet" size="dense" keyCap="J" onPress={() => setAdding(true)}>
              {words.addPiece}
            </Button>
          </span>
        )}
        <span className={style.piecesKeys}>{words.piecesHelp}</span>
      </div>
      {rows.length === 0 && (
        <p className={style.empty}>
          {hasProcedure ? words.piecesNone : chosen ? words.piecesTyped : words.piecesAfterProcedure}
        </p>
      )}
      <ul role="list">
        {rows.map((row) => (
          <li key={row.key}>
            <Piece row={row} keyCap={keyOf(row)?.label} onPress={() => press(row)} />
          </li>
        ))}
        {checklist.folded.length > 0 && (
          <li>
            <div className={style.fold}>
              <span className={style.keyPlace}>
                <KeyCap>K</KeyCap>
              </span>
              <Button
                kind="quiet"
                size="dense"
                aria-expanded={unfolded}
                onPress={() => setUnfolded(!unfolded)}
              >
                {unfolded ? words.foldAgain : words.folded(checklist.folded.length)}
              </Button>
              {!unfolded && (
                <span className={style.folded}>{checklist.folded.map(({ title }) => title).join(' · ')}</span>
              )}
            </div>
          </li>
        )}
        {checklist.struck.map((piece) => (
          <li key={piece.pieceId}>
            <div className={style.struck}>
              <span className={style.keyPlace} />
              {piece.status === 'mayNotBeAsked' ? (
                <Ban aria-hidden size={20} />
              ) : (
                <Minus aria-hidden size={20} />
              )}
              <span className={style.text}>
                <s>{piece.title}</s> · {words.statuses[piece.status]}
                {piece.status === 'notRequired' &&
                  piece.why !== '' &&
                  `, ${piece.why.slice(0, 1).toLowerCase()}${piece.why.slice(1)}`}
                {(piece.sources.length > 0 || piece.toConfirm) && ' · '}
                <Cited sources={piece.sources} toConfirm={piece.toConfirm} />
              </span>
            </div>
          </li>
        ))}
      </ul>
      {canAdd && (
        <AddPiece
          key={adding ? 'asked' : 'there'}
          focus={adding}
          onAdd={(label) => patch({ pieces: [{ label, state: 'presented' }] })}
          onLeave={() => setAdding(false)}
        />
      )}
    </section>
  )
}

function Piece({
  row,
  keyCap,
  onPress,
}: {
  readonly row: PieceRow
  readonly keyCap: string | undefined
  readonly onPress: () => void
}) {
  const words = fr.counter
  const { rule, state } = row
  const status = rule && rule.status !== 'required' ? words.statuses[rule.status] : null
  // Beside a missing piece its text, so that it can be said; beside the others only what is not certain.
  const whole = state === 'missing' || rule?.status === 'unknown'
  return (
    <AriaButton className={style.piece!} onPress={onPress}>
      <span className={style.keyPlace}>{keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}</span>
      <CheckMark state={state === 'presented' ? 'done' : state === 'missing' ? 'stop' : 'empty'} />
      <span className={style.text}>
        <span className={style.title}>{row.title}</span>
        {rule && !whole && (status !== null || rule.toConfirm) && (
          <span className={style.small}>
            {status !== null && ` · ${status.toLowerCase()}`}
            {rule.toConfirm && (
              <>
                {' · '}
                <span className={style.confirm}>{words.toConfirm}</span>
              </>
            )}
          </span>
        )}
        {rule && whole && (
          <span className={`${style.small} ${style.second}`}>
            {rule.why}
            {(state === 'missing' && rule.sources.length > 0) || rule.toConfirm ? ' · ' : ''}
            <Cited sources={state === 'missing' ? rule.sources : []} toConfirm={rule.toConfirm} />
          </span>
        )}
        {rule && !whole && rule.detail !== null && (
          <span className={`${style.small} ${style.wideOnly}`}>{rule.detail}</span>
        )}
      </span>
      {state === 'presented' && <Status tone="done">{words.pieceStates.presented}</Status>}
      {state === 'missing' && (
        <Status tone="stop" icon={<CircleAlert aria-hidden size={20} />}>
          {words.pieceStates.missing}
        </Status>
      )}
      {state === 'notExamined' && <Status tone="quiet">{words.pieceStates.notExamined}</Status>}
    </AriaButton>
  )
}

/** A piece that the rules don't know, by its name: presented at once. */
function AddPiece({
  focus,
  onAdd,
  onLeave,
}: {
  readonly focus: boolean
  readonly onAdd: (label: string) => void
  readonly onLeave: () => void
}) {
  const words = fr.counter
  const [label, setLabel] = useState('')
  return (
    <form
      className={style.addForm}
      onSubmit={(event) => {
        event.preventDefault()
        if (label.trim() === '') return onLeave()
        onAdd(label.trim())
        setLabel('')
      }}
    >
      <Field
        label={words.addPieceLabel}
        value={label}
        onChange={setLabel}
        maxLength={200}
        startsFocused={focus}
        onBlur={() => {
          if (label.trim() === '') onLeave()
        }}
      />
      <Button type="submit">{words.add}</Button>
    </form>
  )
}
