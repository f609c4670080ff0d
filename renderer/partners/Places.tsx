import { useState } from 'react'
import type { ServiceId } from '../../shared/contract/ids.ts'
import { townWords } from '../../shared/messages/partners/partners.fr.ts'
import { useCommand, useRead } from '../link/hooks.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { Group } from '../ui/Column.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import stack from '../ui/Stack.module.css'
import style from './Town.module.css'

const words = townWords.places

type Draft = { readonly perDay: string; readonly services: readonly ServiceId[] }

/** How many people a day this office takes at their hour of arrival elsewhere, and for which services. */
export function Places() {
  const set = useCommand('partners.setPlaces')
  const { shown, reload } = useRead('partners.places', {})
  const [draft, setDraft] = useState<Draft | null>(null)
  const [saved, setSaved] = useState(false)
  if (shown === null) return null
  const now = draft ?? { perDay: String(shown.rule.perDay), services: shown.rule.services }
  const wrong = !/^\d{1,2}$/.test(now.perDay.trim()) || Number(now.perDay) > 30
  const change = (part: Partial<Draft>) => {
    setSaved(false)
    setDraft({ ...now, ...part })
  }
  const save = async () => {
    if (wrong) return
    const result = await set({ perDay: Number(now.perDay), services: [...now.services] })
    if ('error' in result) return
    setDraft(null)
    setSaved(true)
    reload()
  }
  return (
    <Group title={words.title}>
      <Form className={stack.near} onSend={save}>
        <p className={style.help}>{words.help}</p>
        <Field
          label={words.perDay}
          inputMode="numeric"
          maxLength={2}
          value={now.perDay}
          detail={words.today(shown.today)}
          error={wrong ? words.perDayWrong : undefined}
          onChange={(perDay) => change({ perDay })}
        />
        <div role="group" aria-label={words.services}>
          <p className={style.legend}>{words.services}</p>
          {shown.services.map(({ serviceId, name }) => (
            <Checkbox
              key={serviceId}
              isSelected={now.services.includes(serviceId)}
              onChange={(ticked) =>
                change({
                  services: ticked
                    ? [...now.services, serviceId]
                    : now.services.filter((other) => other !== serviceId),
                })
              }
            >
              {name.fr}
            </Checkbox>
          ))}
        </div>
        <Acts>
          <Button kind={draft ? 'primary' : 'plain'} type="submit">
            {words.save}
          </Button>
          {draft && <Button onPress={() => setDraft(null)}>{words.cancel}</Button>}
          <span role="status" className={style.help}>
            {saved ? words.saved : ''}
          </span>
        </Acts>
      </Form>
    </Group>
  )
}
