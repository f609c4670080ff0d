import type { SoftwareSettings } from '../../../shared/contract/integrations/calls.ts'
import { TurnNoticeMeans } from '../../../shared/contract/queue/rows.ts'
import { integrationsWords } from '../../../shared/messages/integrations/integrations.fr.ts'
import { Checkbox, Ticks } from '../../ui/Check.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import stack from '../../ui/Stack.module.css'
import { KeepActs, useTyped } from '../../ui/Typed.tsx'
import style from './Integrations.module.css'

const words = integrationsWords.settings

type Draft = Omit<SoftwareSettings, 'notices'> & {
  readonly accessibility: NonNullable<SoftwareSettings['accessibility']>
  readonly means: readonly TurnNoticeMeans[]
  readonly ahead: string
}

const draftOf = ({ privateAddresses, notices, accessibility }: SoftwareSettings): Draft => ({
  privateAddresses,
  accessibility: accessibility ?? { contact: '', plan: '' },
  means: notices.means,
  ahead: String(notices.ahead),
})

/** What the office lets other software do, and by what means it tells people that their turn is near. */
export function Permitted({
  settings,
  onSet,
}: {
  readonly settings: SoftwareSettings
  readonly onSet: (settings: SoftwareSettings) => Promise<boolean>
}) {
  const form = useTyped(draftOf(settings))
  const { change } = form
  const { privateAddresses, means, ahead, accessibility } = form.typed
  const wrong = !/^\d{1,2}$/.test(ahead.trim()) || Number(ahead) > 20
  const save = async () => {
    if (wrong) return
    const notices = { means: [...means], ahead: Number(ahead) }
    // What another part of the administration sets stays as it is.
    if (await onSet({ ...settings, privateAddresses, notices, accessibility })) form.kept(words.saved)
  }
  return (
    <Group title={words.title} className={style.section}>
      <Form className={style.form} onSend={save}>
        <Checkbox isSelected={privateAddresses} onChange={(ticked) => change({ privateAddresses: ticked })}>
          {words.privateAddresses}
        </Checkbox>
        <p className={style.help}>{words.privateHelp}</p>
        <div role="group" aria-label={words.notices}>
          <p className={lettering.legend}>{words.notices}</p>
          <Ticks
            values={means}
            options={TurnNoticeMeans.options.map((value) => ({ value, title: words.means[value] }))}
            onChange={(ticked) => change({ means: ticked })}
          />
          <p className={style.help}>{words.noticesHelp}</p>
        </div>
        <Field
          label={words.ahead}
          inputMode="numeric"
          maxLength={2}
          value={ahead}
          error={wrong ? words.aheadWrong : undefined}
          onChange={(typed) => change({ ahead: typed })}
        />
        <div role="group" aria-label={words.accessibility} className={stack.between}>
          <p className={lettering.legend}>{words.accessibility}</p>
          {(['contact', 'plan'] as const).map((one) => (
            <Field
              key={one}
              label={words[one]}
              maxLength={one === 'contact' ? 200 : 300}
              value={accessibility[one]}
              onChange={(typed) => change({ accessibility: { ...accessibility, [one]: typed } })}
            />
          ))}
          <p className={style.help}>{words.accessibilityHelp}</p>
        </div>
        <KeepActs of={form} save={words.save} cancel={integrationsWords.cancel} room="around" />
      </Form>
    </Group>
  )
}
