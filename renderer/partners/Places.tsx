import { useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { partnersWords } from '../../shared/messages/partners/partners.fr.ts'
import { useCommand, useRead } from '../link/hooks.ts'
import { Ticks } from '../ui/Check.tsx'
import { Group } from '../ui/Column.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import lettering from '../ui/Lettering.module.css'
import stack from '../ui/Stack.module.css'
import { KeepActs, useTyped } from '../ui/Typed.tsx'
import style from './Partners.module.css'

const words = partnersWords.places

/** How many people a day this office takes at their hour of arrival elsewhere, and for which services. */
export function Places() {
  const { shown, reload } = useRead('partners.places', {})
  return shown && <PlacesForm shown={shown} onSet={reload} />
}

function PlacesForm({
  shown,
  onSet,
}: {
  readonly shown: Output<'partners.places'>
  readonly onSet: () => void
}) {
  const set = useCommand('partners.setPlaces')
  const form = useTyped({ perDay: String(shown.rule.perDay), services: shown.rule.services })
  const { typed: now, change } = form
  const wrong = !/^\d{1,2}$/.test(now.perDay.trim()) || Number(now.perDay) > 30
  const isNobodys = !wrong && Number(now.perDay) > 0 && now.services.length === 0
  const [tried, setTried] = useState(false)
  const save = async () => {
    setTried(true)
    if (wrong || isNobodys) return
    const result = await set({ perDay: Number(now.perDay), services: [...now.services] })
    if ('error' in result) return
    form.kept(words.saved)
    onSet()
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
          <Ticks
            values={now.services}
            options={shown.services.map(({ serviceId, name }) => ({ value: serviceId, title: name.fr }))}
            onChange={(services) => change({ services: [...services] })}
          />
          {tried && isNobodys && (
            <p role="alert" className={lettering.wrong}>
              {words.servicesWrong}
            </p>
          )}
        </div>
        <KeepActs of={form} save={words.save} cancel={words.cancel} />
      </Form>
    </Group>
  )
}
