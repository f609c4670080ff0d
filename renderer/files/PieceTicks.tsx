import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { filesPage } from '../../shared/messages/files/page.fr.ts'
import { Checkbox } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import lettering from '../ui/Lettering.module.css'
import { Prose } from '../ui/Prose.tsx'
import { useKeys } from '../ui/keys.ts'
import { pieceKeys } from '../ui/pieceKeys.ts'
import type { PieceChoice } from './pieces.ts'
import form from '../ui/Form.module.css'
import style from './Pieces.module.css'

/** « CRPA, art. R113-10 · à confirmer » */
export const TextsSaid = ({
  sources,
  toConfirm,
}: {
  readonly sources: readonly { readonly title: string }[]
  readonly toConfirm: boolean
}) => (
  <>
    {sources.map(({ title }, at) => (
      // A text's name stays on one line where it can.
      <span key={title} className={style.text}>
        <Prose>{at < sources.length - 1 ? `${title},\u00a0` : title}</Prose>
      </span>
    ))}
    {toConfirm && (
      <>
        {sources.length > 0 && ' · '}
        <span className={style.confirm}>{filesPage.toConfirm}</span>
      </>
    )}
  </>
)

/** What is said of a piece before its texts. */
const saidOf = ({ detail, indispensable }: PieceChoice): readonly string[] => [
  ...(detail === null ? [] : [detail]),
  ...(indispensable ? [fileActs.indispensable] : []),
]

/** Pieces to tick, by the counter's letters while nothing is being typed; each with its text. Nothing where there is none. */
export function PieceTicks({
  label = fileActs.fields.pieces,
  pieces,
  ticked,
  onTicked,
}: {
  readonly label?: string
  readonly pieces: readonly PieceChoice[]
  readonly ticked: ReadonlySet<string>
  readonly onTicked: (ticked: ReadonlySet<string>) => void
}) {
  const onTick = (key: string) => onTicked(toggled(ticked, key))
  useKeys(
    Object.fromEntries(
      pieceKeys.flatMap(({ code }, at) => {
        const piece = pieces[at]
        return piece ? [[code, () => onTick(piece.key)]] : []
      }),
    ),
  )
  if (pieces.length === 0) return null
  return (
    <fieldset className={form.group}>
      <legend className={lettering.legend}>{label}</legend>
      <ul role="list" className={style.pieces}>
        {pieces.map((piece, at) => {
          const keyCap = pieceKeys[at]?.label
          return (
            <li key={piece.key} className={style.piece}>
              <Checkbox
                isSelected={ticked.has(piece.key)}
                onChange={() => onTick(piece.key)}
                {...(keyCap === undefined ? {} : { keyCap })}
              >
                <span className={style.pieceTitle}>{piece.title}</span>
                <span className={lettering.under}>
                  {saidOf(piece).join(' · ')}
                  {saidOf(piece).length > 0 && (piece.sources.length > 0 || piece.toConfirm) && ' · '}
                  <TextsSaid sources={piece.sources} toConfirm={piece.toConfirm} />
                </span>
              </Checkbox>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}

/** A piece that no list has, by its name. */
export const OtherPiece = ({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (name: string) => void
}) => (
  <Field
    label={fileActs.fields.otherPiece}
    value={value}
    onChange={onChange}
    maxLength={200}
    autoComplete="off"
  />
)

/** The set with one key put in or taken out. */
export function toggled(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(before)
  if (!next.delete(key)) next.add(key)
  return next
}
