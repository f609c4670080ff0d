import type { AccessSettings } from '../../../shared/contract/people/calls.ts'
import { peopleWords } from '../../../shared/messages/people/people.fr.ts'
import { useCommand } from '../../link/hooks.ts'
import { Checkbox } from '../../ui/Check.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { KeepActs, useTyped } from '../../ui/Typed.tsx'
import style from '../Settings.module.css'

const words = peopleWords.page

/** After how long a station locks, and what a badge is worth. */
export function AccessForm({
  access,
  badges,
}: {
  readonly access: AccessSettings
  /** Whether anyone has one. */
  readonly badges: boolean
}) {
  const set = useCommand('access.set')
  const { lockAfterMinutes, badgeAlone } = access
  const form = useTyped({
    minutes: String(lockAfterMinutes ?? 10),
    never: lockAfterMinutes === null,
    badgeAlone,
  })
  const { typed: shown, change } = form
  const minutes = /^\s*\d{1,3}\s*$/.test(shown.minutes) ? Number(shown.minutes) : 0
  const wrong = !shown.never && (minutes < 1 || minutes > 120)
  const save = async () => {
    if (wrong) return
    const lock = shown.never ? null : minutes
    const result = await set({ lockAfterMinutes: lock, badgeAlone: shown.badgeAlone })
    if ('output' in result) form.kept(words.saved)
  }
  return (
    <Group title={words.access}>
      <Form aria-label={words.access} className={style.form} onSend={save}>
        <Checkbox isSelected={shown.never} onChange={(never) => change({ never })}>
          {words.lockNever}
        </Checkbox>
        {!shown.never && (
          <Field
            label={words.lockAfter}
            value={shown.minutes}
            error={wrong ? words.lockWrong : undefined}
            inputMode="numeric"
            maxLength={3}
            onChange={(typed) => change({ minutes: typed })}
          />
        )}
        {(badges || badgeAlone) && (
          <Checkbox isSelected={shown.badgeAlone} onChange={(alone) => change({ badgeAlone: alone })}>
            {words.badgeAlone}
          </Checkbox>
        )}
        <KeepActs of={form} save={words.save} />
      </Form>
    </Group>
  )
}
