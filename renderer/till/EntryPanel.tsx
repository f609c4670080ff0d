import { useEffect, useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { date, euros, hour } from '../../shared/messages/format/numbers.ts'
import { tillWords } from '../../shared/messages/till/till.fr.ts'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { useOffice } from '../link/office.ts'
import { ActForm, firstMissing } from '../ui/ActForm.tsx'
import { Field } from '../ui/Field.tsx'
import lettering from '../ui/Lettering.module.css'
import type { Agents, Done, EntryLine, TillActs, TillView } from './acts.ts'
import { nameOf } from '../people/agentName.ts'
import { readCount } from '../ui/amounts.ts'
import { typeFigure } from './figures.ts'
import { PaperAgain } from './PaperAgain.tsx'
import { paymentInstead, stampWritten, type Payment } from './payment.ts'
import { entryTitle } from './Side.tsx'
import style from './Till.module.css'

const words = tillPage.entry

type Props = {
  readonly view: TillView
  readonly agents: Agents
  readonly acts: TillActs
  readonly onTakenBack: (done: Done) => void
  /** The right payment is to be written in its place. */
  readonly onInstead: (payment: Payment) => void
  readonly onCancel: () => void
}

/** One entry of the books: asked by its number, read whole, then taken back or replaced; never edited. */
export function EntryPanel({
  number,
  onOpen,
  ...rest
}: Props & {
  /** Null: it is asked. */
  readonly number: number | null
  readonly onOpen: (number: number) => void
}) {
  if (number === null) return <AskNumber onOpen={onOpen} acts={rest.acts} onCancel={rest.onCancel} />
  const line = rest.view.lines.find((each) => each.number === number)
  return (
    <>
      <EntryRead number={number} agents={rest.agents} acts={rest.acts} />
      {line === undefined ? (
        <p className={style.note}>{words.before}</p>
      ) : line.correctable ? (
        <Correct line={line} {...rest} />
      ) : (
        <p className={style.note}>{words.not}</p>
      )}
    </>
  )
}

function AskNumber({
  acts,
  onOpen,
  onCancel,
}: {
  readonly acts: TillActs
  readonly onOpen: (number: number) => void
  readonly onCancel: () => void
}) {
  const [typed, setTyped] = useState('')
  const number = readCount(typed, 1, 999_999)
  return (
    <ActForm
      title={words.title}
      act={words.show}
      missing={firstMissing([number === undefined, words.wrong])}
      onSend={() => acts.entry({ number: number ?? 1 })}
      said={({ entry }) => words.titleOf(entry.number)}
      onDone={({ entry }) => onOpen(entry.number)}
      onCancel={onCancel}
    >
      <Field
        label={words.ask}
        detail={words.askHelp}
        startsFocused
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={typed}
        onKeyDown={(event) => typeFigure(event, setTyped)}
        onChange={setTyped}
      />
    </ActForm>
  )
}

/** All that the books have of it, and what was typed for it while that is kept. */
function EntryRead({
  number,
  agents,
  acts,
}: {
  readonly number: number
  readonly agents: Agents
  readonly acts: TillActs
}) {
  const { zone } = useOffice()
  const [read, setRead] = useState<Output<'till.entry'> | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    void acts.entry({ number }).then((result) => {
      if (!current) return
      if ('error' in result) setWrong(result.error.message)
      else setRead(result.output)
    })
    return () => {
      current = false
    }
  }, [number, acts])
  const rows = read === null ? [] : rowsOf(read, agents, zone)
  return (
    <article aria-label={words.titleOf(number)} className={style.entry}>
      <h2 className={style.title}>{words.titleOf(number)}</h2>
      {wrong !== null && <p role="alert">{wrong}</p>}
      {read === null && wrong === null && <p role="status">{appWords.loading}</p>}
      {read && <p className={style.strong}>{entryTitle(read.entry)}</p>}
      <dl className={style.facts}>
        {rows.map(([term, detail]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      {read?.document && <PaperAgain paper={read.document} acts={acts} />}
    </article>
  )
}

function rowsOf(
  { entry, payer, reference, reason, stamp }: Output<'till.entry'>,
  agents: Agents,
  zone: string,
): readonly (readonly [term: string, detail: string])[] {
  const cents =
    entry.kind === 'payment' || entry.kind === 'reversal'
      ? entry.lines.reduce((sum, line) => sum + line.cents, 0)
      : Object.values(entry.moves).reduce((sum, moved) => sum + moved, 0)
  const rows: readonly (readonly [string, string | null])[] = [
    [words.at, `${date(entry.at, zone)}, ${hour(entry.at, zone)}`],
    [words.agent, nameOf(agents, entry.agentId)],
    [words.amount, euros(cents)],
    [words.means, entry.means === null ? null : tillWords.means[entry.means]],
    [words.given, entry.given > 0 ? euros(entry.given) : null],
    [words.change, entry.change > 0 ? euros(entry.change) : null],
    [words.of, entry.of === null ? null : words.titleOf(entry.of)],
    [words.payer, payer],
    [words.reference, reference],
    [words.stamp, stamp === null ? null : stampWritten(stamp)],
    [words.reason, reason],
  ]
  return rows.flatMap(([term, detail]) => (detail === null ? [] : [[term, detail] as const]))
}

type How = 'back' | 'instead'

/** An entry that takes it back, with why; then the right one, written like any other payment. */
function Correct({ line, acts, onTakenBack, onInstead, onCancel }: Props & { readonly line: EntryLine }) {
  const [reason, setReason] = useState('')
  const [how, setHow] = useState<How>('back')
  const { number } = line
  const hows = line.kind === 'stamp' ? words.howsStamp : words.hows
  return (
    <ActForm<Output<'till.correct'> | null>
      title={words.correct}
      act={how === 'back' ? words.act : words.actInstead}
      missing={firstMissing([wordsIn(reason) === '', words.motiveMissing])}
      onSend={() =>
        how === 'instead'
          ? Promise.resolve({ output: null })
          : acts.correct({ number, reason: wordsIn(reason) })
      }
      said={(output) => (output === null ? words.ready : words.done(number))}
      onDone={(output) =>
        output === null
          ? onInstead(paymentInstead(line, wordsIn(reason)))
          : onTakenBack({
              is: 'takenBack',
              number: output.number,
              first: number,
              back: output.back,
              paper: output.cancellation,
            })
      }
      onCancel={onCancel}
    >
      <p className={lettering.small}>{words.correctHelp}</p>
      <Choice<How>
        label={words.how}
        value={how}
        options={Object.entries(hows).map(([value, title]) => ({ value: value as How, title }))}
        onChange={setHow}
      />
      <Field label={words.motive} startsFocused maxLength={500} value={reason} onChange={setReason} />
    </ActForm>
  )
}
