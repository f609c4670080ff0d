import { useRef, useState } from 'react'
import type { Input, Output } from '../../shared/contract/index.ts'
import { Language } from '../../shared/contract/text.ts'
import { Arrangement } from '../../shared/contract/tickets.ts'
import { fr } from '../../shared/messages/fr.ts'
import { ticketNumber } from '../../shared/messages/numbers.ts'
import { pages } from '../../shared/messages/pages.fr.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { Choice, Choices } from '../app/Choice.tsx'
import { capital } from '../counter/names.ts'
import { inOrder } from '../kiosk/motive.ts'
import { Button } from '../ui/Button.tsx'
import { Group } from '../ui/Column.tsx'
import { KeyCap } from '../ui/KeyCap.tsx'
import { useKeys } from '../ui/keys.ts'
import style from './Give.module.css'

type Motive = Output<'kiosk.view'>['motives'][number]
type Taken = Output<'ticket.take'>

/** The first row of letters, by place and as a French keyboard shows it. */
const letters = [
  ['KeyQ', 'A'],
  ['KeyW', 'Z'],
  ['KeyE', 'E'],
  ['KeyR', 'R'],
  ['KeyT', 'T'],
  ['KeyY', 'Y'],
  ['KeyU', 'U'],
  ['KeyI', 'I'],
  ['KeyO', 'O'],
  ['KeyP', 'P'],
] as const

/** A ticket for who doesn't take one at the kiosk: the procedure, how to call them, then the number, large. */
export function Give({
  motives: unordered,
  open,
  onTake,
}: {
  readonly motives: readonly Motive[]
  readonly open: boolean
  readonly onTake: (input: Input<'ticket.take'>) => Promise<Result<Taken>>
}) {
  const words = pages.reception
  const motives = inOrder(unordered)
  const [chosen, setChosen] = useState<string | null>(null)
  const [lang, setLang] = useState<Language>('fr')
  const [help, setHelp] = useState<readonly Arrangement[]>([])
  const [busy, setBusy] = useState(false)
  const [given, setGiven] = useState<{ readonly motive: Motive; readonly ticket: Taken } | null>(null)
  const motive = motives.find((each) => keyOf(each) === chosen)

  const act = useRef<HTMLButtonElement>(null)
  const choose = (each: Motive) => {
    setChosen(keyOf(each))
    act.current?.focus()
  }
  const give = async () => {
    if (!motive || busy || !open) return
    setBusy(true)
    const { serviceId, procedureId } = motive
    const result = await onTake({
      serviceId,
      ...(procedureId === null ? {} : { procedureId }),
      lang,
      arrangements: [...help],
    })
    setBusy(false)
    if ('error' in result) return
    setGiven({ motive, ticket: result.output })
    setChosen(null)
    setHelp([])
    setLang('fr')
  }

  useKeys(
    Object.fromEntries(
      letters.map(([code], at) => [code, motives[at] ? () => choose(motives[at]!) : undefined]),
    ),
  )

  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault()
        void give()
      }}
    >
      <h2 className={style.title}>{words.give}</h2>
      {given && <Given motive={given.motive} ticket={given.ticket} />}
      <ul role="list" aria-label={words.choose} className={style.motives}>
        {motives.map((each, at) => (
          <li key={keyOf(each)}>
            <MotiveRow
              motive={each}
              letter={letters[at]?.[1]}
              chosen={keyOf(each) === chosen}
              onChoose={() => choose(each)}
            />
          </li>
        ))}
      </ul>
      <Group title={words.help} aside={words.helpAside}>
        <Choices
          label={words.help}
          values={help}
          onChange={setHelp}
          options={Arrangement.options.map((value) => ({ value, title: fr.counter.arrangements[value] }))}
        />
      </Group>
      <Group title={words.language}>
        <Choice
          label={words.language}
          hidden
          value={lang}
          onChange={setLang}
          options={Language.options.map((value) => ({ value, title: capital(fr.counter.languages[value]) }))}
        />
      </Group>
      <div className={style.act}>
        <Button ref={act} kind="primary" size="large" type="submit" keyCap={words.enter} isDisabled={!open}>
          {words.act}
        </Button>
        <p className={style.hint} role="status">
          {open ? (motive ? motive.title.fr : words.chooseFirst) : words.dayClosed}
        </p>
      </div>
    </form>
  )
}

const keyOf = ({ serviceId, procedureId }: Motive): string => `${serviceId} ${procedureId ?? ''}`

function Given({ motive, ticket }: { readonly motive: Motive; readonly ticket: Taken }) {
  const words = pages.reception
  return (
    <div role="status" className={style.given}>
      <span className={style.number}>{ticketNumber(ticket.number)}</span>
      <span>
        <strong>{words.given(motive.title.fr)}</strong>
        <br />
        {words.ahead(ticket.ahead)}
        <br />
        <span className={style.small}>
          {words.code} <span className={style.code}>{ticket.code.replace(/^(.{4})(?=.)/, '$1 ')}</span>
        </span>
      </span>
    </div>
  )
}

/** A row that its letter chooses; the focus goes to the act, so that Enter gives the ticket. */
function MotiveRow({
  motive,
  letter,
  chosen,
  onChoose,
}: {
  readonly motive: Motive
  readonly letter: string | undefined
  readonly chosen: boolean
  readonly onChoose: () => void
}) {
  const words = pages.reception
  return (
    <button
      type="button"
      aria-pressed={chosen}
      className={chosen ? `${style.motive!} ${style.chosen!}` : style.motive}
      onClick={onChoose}
      {...(letter === undefined ? {} : { 'aria-keyshortcuts': letter })}
    >
      {letter !== undefined && <KeyCap>{letter}</KeyCap>}
      <span className={style.name}>{motive.title.fr}</span>
      {motive.openCounters === 0 ? (
        <span className={style.noCounter}>
          {words.noCounter}
          {motive.waiting > 0 && `, ${words.waiting(motive.waiting)}`}
        </span>
      ) : (
        <span className={style.small}>{words.waiting(motive.waiting)}</span>
      )}
    </button>
  )
}
