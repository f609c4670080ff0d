import { useState } from 'react'
import { wordsIn } from '../../shared/contract/letters.ts'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import { ActForm, firstMissing } from '../ui/ActForm.tsx'
import { Field } from '../ui/Field.tsx'
import lettering from '../ui/Lettering.module.css'
import type { TillActs, TillView } from './acts.ts'
import { readCount } from '../ui/amounts.ts'
import { CoinFields, CoinTotal } from './CoinFields.tsx'
import { coinsOf, totalOf, type Counted } from './coins.ts'

const words = tillPage.coins

type Typed = { readonly counted: Counted; readonly cheques: string; readonly reason: string }
const nothingTyped: Typed = { counted: {}, cheques: '', reason: '' }

/** What lacks before the count can be sent; null when nothing does. */
function countMissing({ counted, cheques, reason }: Typed, expected: number, held: number): string | null {
  const total = totalOf(counted)
  const paper = wordsIn(cheques) === '' ? held : readCount(cheques, 0, 100_000)
  return firstMissing(
    [total === undefined, words.wrong],
    [paper === undefined, words.chequesWrong],
    [(total !== expected || paper !== held) && wordsIn(reason) === '', words.reasonMissing],
  )
}

/** What was counted, as the contract has it. */
const countGiven = ({ counted, cheques, reason }: Typed) => ({
  coins: coinsOf(counted),
  ...(wordsIn(cheques) === '' ? {} : { cheques: Number(cheques) }),
  ...(wordsIn(reason) === '' ? {} : { reason: wordsIn(reason) }),
})

/** Notes, coins and cheques against the books; what explains a gap is asked as soon as there is one. */
function CountFields({
  help,
  typed,
  expected,
  cheques,
  onChange,
}: {
  /** Why it is counted. */
  readonly help: string
  readonly typed: Typed
  readonly expected: number
  /** How many the books have; null where they are not counted. */
  readonly cheques: number | null
  readonly onChange: (typed: Typed) => void
}) {
  const total = totalOf(typed.counted)
  const paper = wordsIn(typed.cheques) === '' ? cheques : (readCount(typed.cheques, 0, 100_000) ?? cheques)
  const differs = (total !== undefined && total !== expected) || paper !== cheques
  return (
    <>
      <p className={lettering.small}>
        {help} {words.help}
      </p>
      <CoinFields
        counted={typed.counted}
        startsFocused
        cheques={
          cheques === null
            ? null
            : {
                typed: typed.cheques,
                held: cheques,
                isWrong: readCount(typed.cheques, 0, 100_000) === undefined && wordsIn(typed.cheques) !== '',
                onType: (text) => onChange({ ...typed, cheques: text }),
              }
        }
        onChange={(counted) => onChange({ ...typed, counted })}
      />
      <CoinTotal counted={typed.counted} expected={expected} />
      {differs && (
        <Field
          label={words.reason}
          detail={words.reasonHelp}
          maxLength={500}
          value={typed.reason}
          onChange={(reason) => onChange({ ...typed, reason })}
        />
      )}
    </>
  )
}

type Props = { readonly view: TillView; readonly acts: TillActs }
const nothing = () => {}

/** The float counted, then the till is open. */
export function OpenTill({ view, acts }: Props) {
  const [typed, setTyped] = useState(nothingTyped)
  const expected = openingCash(view)
  const last = view.closings.find(({ kind }) => kind === 'day')
  return (
    <>
      {last && (
        <p className={lettering.small}>
          {tillPage.close.last} : {tillPage.close.done(last.number, last.perpetual)}
        </p>
      )}
      <ActForm
        title={tillPage.open.title}
        act={tillPage.open.act}
        missing={countMissing({ ...typed, cheques: '' }, expected, 0)}
        onSend={() => acts.open(countGiven({ ...typed, cheques: '' }))}
        said={() => tillPage.open.done}
        onDone={nothing}
        onCancel={() => setTyped(nothingTyped)}
      >
        <CountFields
          help={tillPage.open.help(view.deed?.float ?? 0)}
          typed={typed}
          expected={expected}
          cheques={null}
          onChange={setTyped}
        />
      </ActForm>
    </>
  )
}

/** Cash that is to be there once the float is brought to what the deed says. @returns cents */
export const openingCash = ({ deed, held, float }: Pick<TillView, 'deed' | 'held' | 'float'>): number =>
  held.cash + Math.max((deed?.float ?? 0) - float, -held.cash)

/** A count at any moment; the till stays open. */
export function CountTill({
  view,
  acts,
  onDone,
  onCancel,
}: Props & { readonly onDone: () => void; readonly onCancel: () => void }) {
  const [typed, setTyped] = useState(nothingTyped)
  return (
    <ActForm
      title={tillPage.count.title}
      act={tillPage.count.act}
      missing={countMissing(typed, view.held.cash, view.cheques)}
      onSend={() => acts.count(countGiven(typed))}
      said={({ gap }) => tillPage.count.done(gap)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <CountFields
        help={tillPage.count.help}
        typed={typed}
        expected={view.held.cash}
        cheques={view.cheques}
        onChange={setTyped}
      />
    </ActForm>
  )
}

/** The day's end, also of a day that was left open. */
export function CloseTill({
  view,
  acts,
  onDone,
  onCancel = nothing,
}: Props & { readonly onDone: () => void; readonly onCancel?: () => void }) {
  const [typed, setTyped] = useState(nothingTyped)
  const left = view.state === 'leftOpen' ? view.date : null
  return (
    <ActForm
      title={left === null ? tillPage.close.title : tillPage.close.titleOf(left)}
      act={tillPage.close.act}
      missing={countMissing(typed, view.held.cash, view.cheques)}
      onSend={() => acts.close(countGiven(typed))}
      said={({ closing, perpetual }) => tillPage.close.done(closing, perpetual)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <CountFields
        help={left === null ? tillPage.close.help : tillPage.close.leftHelp}
        typed={typed}
        expected={view.held.cash}
        cheques={view.cheques}
        onChange={setTyped}
      />
    </ActForm>
  )
}
