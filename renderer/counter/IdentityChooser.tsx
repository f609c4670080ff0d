import { useState } from 'react'
import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Sheet } from '../../shared/contract/visit/calls.ts'
import { fr } from '../../shared/messages/fr.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import type { Patch } from './acts.ts'
import { Chooser } from './Chooser.tsx'
import { otherTitles, usualTitles, type TitleKind } from './identity.ts'
import { IdentityFields } from './IdentityFields.tsx'
import { NameFields } from './NameFields.tsx'
import style from './Person.module.css'

/** The title that was seen, those shown most first; then what it says of itself, and the person's name if it is wanted. */
export function IdentityChooser({
  sheet,
  on,
  patch,
}: {
  readonly sheet: Sheet
  /** The day, in the office's zone. */
  readonly on: LocalDate
  readonly patch: Patch
}) {
  const words = fr.counter
  const { identity } = sheet
  const [others, setOthers] = useState(false)
  const chosen = identity?.kind ?? null
  // Another title shown is in sight too.
  const shown = others
    ? otherTitles
    : [...usualTitles, ...(chosen !== null && !usualTitles.includes(chosen) ? [chosen] : [])]
  const choose = (kind: TitleKind) => {
    setOthers(false)
    // Another title has its own dates.
    if (kind !== chosen) void patch({ identity: { kind } })
  }
  useKeys({ Digit7: others ? undefined : () => setOthers(true) })
  return (
    <Chooser
      key={others ? 'others' : 'usual'}
      choices={shown.map((value) => ({ value, title: words.identities[value] }))}
      chosen={chosen}
      compact
      onChoose={choose}
    >
      <Button
        kind="quiet"
        size="dense"
        keyCap={others ? undefined : '7'}
        aria-expanded={others}
        onPress={() => setOthers(!others)}
      >
        {others ? words.who.usualTitles : words.who.otherTitles}
      </Button>
      {!others && identity && identity.kind !== 'declared' && (
        <IdentityFields
          key={identity.kind}
          identity={identity}
          onChange={(next) => void patch({ identity: next })}
        />
      )}
      {!others && (
        <div className={style.fields}>
          <NameFields person={sheet.person} on={on} onChange={(person) => void patch({ person })} />
        </div>
      )}
    </Chooser>
  )
}
