import { useLayoutEffect, useRef, useState } from 'react'
import type { LocalDate, TicketId } from '../../shared/contract/ids.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { useKeys } from '../ui/keys.ts'
import type { Patch } from './acts.ts'
import { Chooser } from './Chooser.tsx'
import { otherTitles, usualTitles, type TitleKind } from './identity.ts'
import { IdentityFields } from './IdentityFields.tsx'
import { NameFields } from './NameFields.tsx'
import { Panel } from './Panel.tsx'
import { usePersonBefore } from './samePerson.ts'
import style from './Person.module.css'

const nameOf = ({ familyName, firstName }: NonNullable<Sheet['person']>): string =>
  [familyName.toLocaleUpperCase('fr'), firstName].filter(Boolean).join(' ')

/**
 * The title that was seen, those shown most first; once chosen, the keyboard is in the name: Enter goes on from field to
 * field, and closes after the birth date. What the title says of itself is there for who wants it.
 */
export function IdentityChooser({
  ticketId,
  sheet,
  on,
  onLeave,
  patch,
}: {
  readonly ticketId: TicketId
  readonly sheet: Sheet
  /** The day, in the office's zone. */
  readonly on: LocalDate
  readonly onLeave: () => void
  readonly patch: Patch
}) {
  const words = counterWords
  const { identity } = sheet
  const [others, setOthers] = useState(false)
  const [named, setNamed] = useState(0)
  const names = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (named > 0) names.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [named])
  const chosen = identity?.kind ?? null
  // Another title shown is in sight too.
  const shown = others
    ? otherTitles
    : [...usualTitles, ...(chosen !== null && !usualTitles.includes(chosen) ? [chosen] : [])]
  const choose = (kind: TitleKind) => {
    setOthers(false)
    setNamed(named + 1)
    // Another title has its own dates.
    if (kind !== chosen) void patch({ identity: { kind } })
  }
  const before = usePersonBefore(ticketId)
  // Nobody is named yet, and no title is chosen: the figure is free.
  const same = before !== null && sheet.person === null && identity === null && !others ? before : null
  const takeSame = () => {
    if (!same) return
    void patch({ person: same.person, identity: same.identity })
    onLeave()
  }
  useKeys({ Digit6: same ? takeSame : undefined, Digit7: others ? undefined : () => setOthers(true) })
  const goOn = () => {
    const inputs = [...(names.current?.querySelectorAll<HTMLInputElement>('[data-chain] input') ?? [])]
    const at = inputs.findIndex((input) => input === document.activeElement)
    const next = at < 0 ? undefined : inputs[at + 1]
    if (next) return next.focus()
    // What is being typed is saved as its field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    onLeave()
  }
  return (
    <Panel title={words.actions.identity} onLeave={onLeave}>
      <Form data-keeps onSend={goOn}>
        <Chooser
          key={others ? 'others' : 'usual'}
          choices={shown.map((value) => ({ value, title: words.identities[value] }))}
          chosen={chosen}
          onChoose={choose}
          after={
            <>
              {same && (
                <Button size="dense" keyCap="6" onPress={takeSame}>
                  {words.who.samePerson(nameOf(same.person))}
                </Button>
              )}
              <Button
                kind="quiet"
                size="dense"
                keyCap={others ? undefined : '7'}
                aria-expanded={others}
                onPress={() => setOthers(!others)}
              >
                {others ? words.who.usualTitles : words.who.otherTitles}
              </Button>
            </>
          }
        >
          {!others && (
            <div ref={names} className={style.fields}>
              <NameFields person={sheet.person} on={on} onChange={(person) => void patch({ person })} />
            </div>
          )}
          {!others && identity && identity.kind !== 'declared' && (
            <IdentityFields
              key={identity.kind}
              identity={identity}
              onChange={(next) => void patch({ identity: next })}
            />
          )}
        </Chooser>
        <div className={style.send}>
          <Button type="submit" size="dense" keyCap="Entrée">
            {words.who.noteIt}
          </Button>
        </div>
      </Form>
    </Panel>
  )
}
