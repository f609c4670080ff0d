import { useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import type { OnRequest } from '../../shared/contract/onRequest.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { handoverWords as words } from '../../shared/messages/visit/handover.fr.ts'
import { useLink } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { KeyCap } from '../ui/KeyCap.tsx'
import { keepKeys } from '../ui/keptKeys.ts'
import { useKeys } from '../ui/keys.ts'
import { Prose } from '../ui/Prose.tsx'
import type { CounterActs } from './acts.ts'
import style from './HandOver.module.css'

type Found = Output<'files.findTitles'>
/** What a search answers, as far as it says whether a title waits. */
type Sought = { readonly error: object } | { readonly output: Pick<Found, 'titles'> }

/**
 * What F10 does while no title is chosen: a name is looked for first, then a title without a file is noted. Nobody hands over
 * in one key what no drawer has.
 * @param sought what was looked for last, and is in no drawer
 */
export const whenNoTitle = (typed: string, sought: string | null): 'search' | 'note' =>
  wordsIn(typed).length < 2 || wordsIn(typed) === sought ? 'note' : 'search'

/** What no drawer has, once a search of it said so: one that failed read no drawer, and a title that was found waits there. */
export const soughtBy = (text: string, answer: Sought): string | null =>
  'error' in answer || answer.output.titles.length > 0 ? null : text

/** A title of the drawer by a name or a number; one that is found alone is taken at once, several by their figures. */
export function FindTitle({
  name,
  on,
  acts,
  onWithoutFile,
}: {
  /** The person's, where the sheet holds it: what is typed takes its place. */
  readonly name: string
  /** The request that the title is for: a search may last longer than it. */
  readonly on: OnRequest
  readonly acts: Pick<CounterActs, 'takeFile'>
  readonly onWithoutFile: () => void
}) {
  const link = useLink()
  const [typed, setTyped] = useState(name)
  const [wrong, setWrong] = useState<string>()
  const [found, setFound] = useState<Found | null>(null)
  const [sought, setSought] = useState<string | null>(null)
  const take = async (title: Found['titles'][number]) => {
    const result = await acts.takeFile({ ...on, fileId: title.fileId })
    if ('error' in result) setWrong(result.error.message)
  }
  const search = async () => {
    const text = wordsIn(typed)
    if (text.length < 2) return setWrong(words.findHelp)
    const wait = keepKeys()
    const result = await link.read('files.findTitles', { text })
    setSought(soughtBy(text, result))
    if ('error' in result) {
      wait.refused()
      return setWrong(result.error.message)
    }
    wait.over()
    const [one, ...others] = result.output.titles
    if (one === undefined) return setWrong(words.none)
    setFound(result.output)
    if (others.length === 0) return take(one)
    // The figures choose: they are no text any more.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    return undefined
  }
  const titles = found?.titles ?? []
  const withoutFile = () => {
    if (whenNoTitle(typed, sought) === 'note') return onWithoutFile()
    return titles.length > 1 ? setWrong(words.several) : void search()
  }
  useKeys({ F10: withoutFile }, { whileTyping: true })
  useKeys(
    Object.fromEntries(titles.slice(0, 9).map((title, at) => [`Digit${at + 1}`, () => void take(title)])),
  )
  return (
    <section aria-label={words.find} className={style.find}>
      <h3 className={style.heading}>{words.find}</h3>
      <form
        className={style.search}
        onSubmit={(event) => {
          event.preventDefault()
          void search()
        }}
      >
        <Field
          label={words.field}
          detail={`${words.findHelp} ${words.traced}`}
          startsFocused
          onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}
          autoComplete="off"
          spellCheck="false"
          maxLength={60}
          value={typed}
          error={wrong}
          onChange={(text) => {
            setTyped(text)
            setWrong(undefined)
            setFound(null)
          }}
        />
        <Button type="submit" kind="primary" keyCap="Entrée">
          {words.search}
        </Button>
      </form>
      {titles.length > 1 && (
        <ul role="list" aria-label={words.results} className={style.results}>
          {titles.map((title, at) => (
            <li key={title.fileId}>
              <button type="button" className={style.result} onClick={() => void take(title)}>
                {at < 9 && <KeyCap>{String(at + 1)}</KeyCap>}
                <span>
                  <b>
                    {[title.person?.familyName.toLocaleUpperCase('fr'), title.person?.firstName]
                      .filter(Boolean)
                      .join(' ') || title.reference}
                  </b>
                  {title.person?.birthDate && ` · ${calendarDate(title.person.birthDate)}`}
                </span>
                <span className={style.small}>
                  <Prose>
                    {[title.procedureTitle?.fr ?? title.label, title.reference].filter(Boolean).join(' · ')}
                  </Prose>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found?.more === true && <p className={style.small}>{words.more}</p>}
      <div className={style.foot}>
        <span className={style.small}>{words.withoutFileHelp}</span>
        <Button keyCap="F10" onPress={withoutFile}>
          {words.withoutFile}
        </Button>
      </div>
    </section>
  )
}
