import { useEffect, useState } from 'react'
import type { AssessedPiece, ListReading as Reading } from '../../shared/contract/law/assessment.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { classes } from '../ui/classes.ts'
import { useKeys } from '../ui/keys.ts'
import type { Patch } from './acts.ts'
import { AddPiece } from './AddPiece.tsx'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { holdKeys, nextState, patchOf, wantsReason, type Checklist, type PieceRow } from './checklist.ts'
import { pieceKeys } from '../ui/pieceKeys.ts'
import { PieceDetail } from './PieceDetail.tsx'
import { NotToAsk, PieceLine, StruckLine } from './PieceLine.tsx'
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
  folded,
  unfolded,
  adding,
  row: chosenRow,
  onRow,
  onAdding,
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
  /** The dock has taken the room: the list is its counts, and the rows that are missing. */
  readonly folded: boolean
  /** The pieces of other cases are shown too. */
  readonly unfolded: boolean
  /** How many times the line to write on was asked for: 0 while it is not. */
  readonly adding: number
  /** The row whose detail is open; null for none. */
  readonly row: string | null
  readonly onRow: (key: string | null) => void
  readonly onAdding: (asked: number) => void
  readonly onExplain: (piece: AssessedPiece) => void
  readonly onAskAgain: (piece: AssessedPiece) => void
  readonly patch: Patch
}) {
  const words = counterWords
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
    onRow(row.key)
    if (row.rule && wantsReason(row)) onAskAgain(row.rule)
    // Refused as missing, one press more takes it back to « non examinée ».
    const next = refused?.key === row.key ? 'notExamined' : nextState(row)
    void note([patchOf(row, next)], row.key)
  }
  const canAdd = adding > 0 || !hasProcedure
  const at = rows.findIndex(({ key }) => key === chosenRow)
  const move = (by: 1 | -1) =>
    onRow(
      rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + by))]?.key ??
        null,
    )
  const walks = listening && !explaining && !folded && rows.length > 0
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
    ArrowDown: walks ? () => move(1) : undefined,
    ArrowUp: walks ? () => move(-1) : undefined,
  })
  const open = folded || explaining ? undefined : rows[at]
  const presented = rows.filter(({ state }) => state === 'presented').length
  const missing = rows.filter(({ state }) => state === 'missing').length
  const shown = folded ? rows.filter(({ state }) => state === 'missing') : rows
  return (
    <section className={classes(style.pieces, !listening && style.deaf)} aria-label={words.pieces}>
      <div className={style.piecesHead}>
        <h3>{folded ? words.piecesFolded(presented, missing) : words.piecesCount(presented, rows.length)}</h3>
        {explaining ? (
          <span className={style.piecesKeys}>{words.law.explainHelp}</span>
        ) : (
          reading && !folded && <ListReading reading={reading} />
        )}
      </div>
      {setBack.length > 0 && (
        <p role="status" className={style.refused}>
          {words.setBack(setBack)}
        </p>
      )}
      {rows.length === 0 && !folded && (
        <p className={style.empty}>
          {hasProcedure ? words.piecesNone : chosen ? words.piecesTyped : words.piecesAfterProcedure}
        </p>
      )}
      {(shown.length > 0 || checklist.struck.length > 0) && (
        <ul role="list">
          {shown.map((row) => (
            <li key={row.key} data-piece>
              <PieceLine
                row={row}
                keyCap={keyOf(row.key)?.label}
                explaining={explaining}
                open={row === open}
                onPress={() => press(row)}
              />
              {refused?.key === row.key && (
                <p role="alert" className={style.refused}>
                  {refused.said}
                </p>
              )}
            </li>
          ))}
          {explaining
            ? checklist.struck.map((piece) => (
                <li key={piece.pieceId}>
                  <StruckLine
                    piece={piece}
                    keyCap={keyOf(piece.pieceId)?.label}
                    onExplain={() => onExplain(piece)}
                  />
                </li>
              ))
            : !folded &&
              checklist.struck.length > 0 && (
                <li>
                  <NotToAsk pieces={checklist.struck} />
                </li>
              )}
        </ul>
      )}
      {open && <PieceDetail row={open} onAskAgain={() => open.rule && onAskAgain(open.rule)} />}
      {rows.length > 0 && open === undefined && !explaining && !folded && (
        <p className={style.piecesKeys}>{words.piecesHelp}</p>
      )}
      {canAdd && (
        // Folded, what is being written there is kept.
        <div hidden={folded && adding === 0}>
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
              onAdding(0)
              setRefused(null)
            }}
          />
        </div>
      )}
    </section>
  )
}

/** How sure the list is, once, at its head; which texts nobody read at their source is said with all that is due. */
function ListReading({ reading: { since, toConfirm } }: { readonly reading: Reading }) {
  const words = counterWords.reading
  const said = [
    ...(since === null ? [] : [words.since(calendarDate(since))]),
    ...(toConfirm.length === 0 ? [] : [words.toConfirm(toConfirm.length)]),
  ].join(' · ')
  return said === '' ? null : <span>{said}</span>
}
