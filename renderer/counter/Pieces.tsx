import { useEffect, useState } from 'react'
import type { AssessedPiece, ListReading as Reading } from '../../shared/contract/law/assessment.ts'
import { fr } from '../../shared/messages/fr.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { KeyCap } from '../ui/KeyCap.tsx'
import { useKeys } from '../ui/keys.ts'
import type { Patch } from './acts.ts'
import { AddPiece } from './AddPiece.tsx'
import { ListReading } from './ListReading.tsx'
import {
  holdKeys,
  nextState,
  patchOf,
  pieceKeys,
  wantsReason,
  type Checklist,
  type PieceRow,
} from './checklist.ts'
import { PieceLine, StruckLine } from './PieceLine.tsx'
import style from './Pieces.module.css'

/** The keys of the visit under way: the same when its sheet is drawn again, after the documents were looked at. */
let kept: { readonly visitId: string; readonly keys: ReadonlyMap<string, number> } | null = null

/** What was refused, under the line where it was asked. */
type Refused = { readonly key: string; readonly said: string }
/** The line to write on, among those of the list. */
const written = 'written'

/** The checklist: it stands first, ticked by the letters of the upper row or the mouse, whatever is answered. */
export function Pieces({
  visitId,
  checklist,
  reading,
  setBack,
  chosen,
  hasProcedure,
  listening,
  explaining,
  onExplain,
  onAskAgain,
  patch,
}: {
  readonly visitId: string
  readonly checklist: Checklist
  /** How sure the list is; null without rules. */
  readonly reading: Reading | null
  /** Pieces noted as lacking under other rules, which these do not require. */
  readonly setBack: readonly string[]
  /** A procedure is chosen, « Autre démarche » too. */
  readonly chosen: boolean
  /** One that has rules. */
  readonly hasProcedure: boolean
  /** False while a panel owns the letters. */
  readonly listening: boolean
  /** The letters show reasonings rather than tick. */
  readonly explaining: boolean
  readonly onExplain: (piece: AssessedPiece) => void
  readonly onAskAgain: (piece: AssessedPiece) => void
  readonly patch: Patch
}) {
  const words = fr.counter
  const [unfolded, setUnfolded] = useState(false)
  /** How many times the line to write on was asked for: 0 while it is not. */
  const [adding, setAdding] = useState(0)
  const [refused, setRefused] = useState<Refused | null>(null)
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
  // A struck line has a key only while its reasoning can be asked for.
  const allKeys = explaining
    ? holdKeys(keys, [...rows.map(({ key }) => key), ...checklist.struck.map(({ pieceId }) => pieceId)])
    : keys
  const keyOf = (key: string) => pieceKeys[allKeys.get(key) ?? -1]
  /** Notes pieces; what may not be asked is said under `key`. */
  const note = async (pieces: Parameters<Patch>[0]['pieces'], key: string) => {
    setRefused(null)
    const result = await patch({ pieces })
    if (!('error' in result)) return true
    setRefused({ key, said: result.error.message })
    return false
  }
  const press = (row: PieceRow) => {
    if (explaining) {
      if (row.rule) onExplain(row.rule)
      return
    }
    if (row.rule && wantsReason(row)) onAskAgain(row.rule)
    // Refused as missing, one press more takes it back to « non examinée ».
    const next = refused?.key === row.key ? 'notExamined' : nextState(row)
    void note([patchOf(row, next)], row.key)
  }
  const canAdd = adding > 0 || !hasProcedure
  const ask = () => setAdding(adding + 1)
  useKeys({
    ...Object.fromEntries(
      rows.flatMap((row) => {
        const key = keyOf(row.key)
        return key ? [[key.code, listening ? () => press(row) : undefined]] : []
      }),
    ),
    ...Object.fromEntries(
      explaining
        ? checklist.struck.flatMap((piece) => {
            const key = keyOf(piece.pieceId)
            return key ? [[key.code, () => onExplain(piece)]] : []
          })
        : [],
    ),
    KeyJ: listening && !explaining ? ask : undefined,
    KeyK: listening && checklist.folded.length > 0 ? () => setUnfolded(!unfolded) : undefined,
  })
  return (
    <section className={classes(style.pieces, !listening && style.deaf)} aria-label={words.pieces}>
      <div className={style.piecesHead}>
        <h3>{words.pieces}</h3>
        {!canAdd && (
          <span className={style.addButton}>
            <Button kind="quiet" size="dense" keyCap="J" onPress={ask}>
              {words.addPiece}
            </Button>
          </span>
        )}
        {explaining ? (
          <span className={style.piecesKeys}>{words.law.explainHelp}</span>
        ) : (
          reading && <ListReading reading={reading} />
        )}
      </div>
      {setBack.length > 0 && (
        <p role="status" className={style.refused}>
          {words.setBack(setBack)}
        </p>
      )}
      {rows.length === 0 && (
        <p className={style.empty}>
          {hasProcedure ? words.piecesNone : chosen ? words.piecesTyped : words.piecesAfterProcedure}
        </p>
      )}
      <ul role="list">
        {rows.map((row) => (
          <li key={row.key}>
            <PieceLine
              row={row}
              keyCap={keyOf(row.key)?.label}
              explaining={explaining}
              onPress={() => press(row)}
              onAskAgain={() => row.rule && onAskAgain(row.rule)}
            />
            {refused?.key === row.key && (
              <p role="alert" className={style.refused}>
                {refused.said}
              </p>
            )}
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
            <StruckLine
              piece={piece}
              keyCap={explaining ? keyOf(piece.pieceId)?.label : undefined}
              onExplain={explaining ? () => onExplain(piece) : null}
            />
          </li>
        ))}
      </ul>
      {rows.length > 0 && !explaining && <p className={style.piecesKeys}>{words.piecesHelp}</p>}
      {canAdd && (
        <AddPiece
          key={adding}
          focus={adding > 0}
          refused={refused?.key === written ? refused.said : null}
          wantsText={!hasProcedure}
          onAdd={(label, state, source) =>
            note([{ label, state, ...(source === '' ? {} : { source }) }], written)
          }
          onType={() => setRefused(null)}
          onLeave={() => {
            setAdding(0)
            setRefused(null)
          }}
        />
      )}
    </section>
  )
}
