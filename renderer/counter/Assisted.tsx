import { useEffect, useRef, useState } from 'react'
import { assistanceNatures, type Assistance } from '../../shared/contract/visit/assistance.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { useKeys } from '../ui/keys.ts'
import { Chips } from './Chips.tsx'
import { Panel } from './Panel.tsx'
import style from './Panel.module.css'

/** « Accompagnement en ligne »: what was done with the person, where, under which number, with what mandate. */
export function Assisted({
  noted,
  on,
  onEnd,
  onLeave,
}: {
  readonly noted: Assistance | null
  readonly on: LocalDate
  readonly onEnd: (assisted: Assistance) => void
  readonly onLeave: () => void
}) {
  const words = counterWords.who
  const [nature, setNature] = useState<Assistance['nature']>(noted?.nature ?? 'filing')
  const [site, setSite] = useState(noted?.site ?? '')
  const [number, setNumber] = useState(noted?.number ?? '')
  const [mandate, setMandate] = useState(noted?.mandateOn != null)
  const [asked, setAsked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const end = useRef<HTMLButtonElement>(null)
  // Figures choose first; the site is one Tab, or L, away.
  useEffect(() => {
    end.current?.focus()
  }, [])
  const write = () => form.current?.querySelector('input')?.focus()
  useKeys({ KeyL: write, Digit8: () => setMandate(!mandate) })
  const missing = wordsIn(site) === ''
  return (
    <Panel title={words.assistTitle} help={words.assistHelp} onLeave={onLeave}>
      <form
        ref={form}
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(true)
          if (missing) return write()
          onEnd({
            nature,
            site: wordsIn(site),
            number: wordsIn(number) || null,
            mandateOn: mandate ? on : null,
          })
        }}
      >
        <Chips
          label={words.nature}
          keys="figures"
          choices={assistanceNatures.map((value) => ({ id: value, value, title: words.natures[value] }))}
          isChosen={(value) => value === nature}
          onChoose={setNature}
        />
        <div className={style.pair}>
          <Field
            label={words.site}
            maxLength={200}
            value={site}
            error={asked && missing ? words.siteNone : undefined}
            onChange={setSite}
          />
          <Field
            label={words.onlineNumber}
            autoComplete="off"
            spellCheck="false"
            maxLength={60}
            value={number}
            onChange={setNumber}
          />
        </div>
        <Checkbox keyCap="8" isSelected={mandate} onChange={setMandate}>
          {words.mandate}
        </Checkbox>
        <div className={style.foot}>
          <Button ref={end} type="submit" kind="primary" keyCap="Entrée">
            {words.endAssisted}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
