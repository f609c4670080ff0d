import { useState } from 'react'
import { leastSearchToken } from '../../../shared/contract/appointments/slotSearch.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import type { Service } from '../../../shared/contract/office/settings.ts'
import { slotSearchWords as words } from '../../../shared/messages/appointments/slotSearch.fr.ts'
import { useLink, useRead } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Select } from '../../ui/Select.tsx'
import { KeepActs, useTyped } from '../../ui/Typed.tsx'
import style from '../Settings.module.css'
import { draftOf, settingsOf, wrongIn, type TypedField } from './slotSearchDraft.ts'

/** The national search goes on while the page is looked at: read again so often, in milliseconds. */
const renewEvery = 5000

/** What the national search of slots is answered, and when it last asked. */
export function SlotSearchSection({
  services,
  zone,
}: {
  readonly services: readonly Service[]
  readonly zone: string
}) {
  const { shown, wrong, reload } = useRead('slotSearch.show', {}, renewEvery)
  const [first] = services
  return (
    <Group title={words.title}>
      <p role="alert">{wrong}</p>
      <p className={style.small}>{words.help}</p>
      <p className={style.small}>{words.neverTried}</p>
      {shown && (
        <p className={style.small}>
          {shown.search === null ? words.off : words.standing(shown.askedAt, zone)}
        </p>
      )}
      {shown?.search && <p className={style.small}>{words.address(shown.path)}</p>}
      {shown && first && <SlotSearchForm shown={shown} services={services} first={first} onSet={reload} />}
    </Group>
  )
}

function SlotSearchForm({
  shown,
  services,
  first,
  onSet,
}: {
  readonly shown: Output<'slotSearch.show'>
  readonly services: readonly Service[]
  readonly first: Service
  readonly onSet: () => void
}) {
  const link = useLink()
  const form = useTyped(draftOf(shown.search, first.serviceId))
  const { typed, change } = form
  const [checked, setChecked] = useState(false)
  const wrong = checked ? wrongIn(typed, shown.hasToken) : {}
  const set = async (input: Input<'slotSearch.set'>) => {
    const result = await link.act('slotSearch.set', input)
    if ('error' in result) return form.refuse(result.error.message)
    form.kept(words.saved)
    setChecked(false)
    onSet()
  }
  const field = (name: Exclude<TypedField, 'token'>, most: number, detail?: string) => (
    <Field
      label={words[name]}
      detail={detail}
      value={typed[name]}
      error={wrong[name]}
      maxLength={most}
      autoComplete="off"
      onChange={(value) => change({ [name]: value } as Partial<Record<TypedField, string>>)}
    />
  )
  return (
    <Form
      aria-label={words.title}
      className={style.form}
      onSend={() => {
        setChecked(true)
        if (Object.keys(wrongIn(typed, shown.hasToken)).length > 0) return
        const token = typed.token.trim()
        void set({ search: settingsOf(typed), ...(token === '' ? {} : { token }) })
      }}
    >
      {field('id', 100)}
      {field('name', 200)}
      {field('street', 300)}
      {field('zipCode', 5)}
      {field('city', 200)}
      {field('latitude', 20)}
      {field('longitude', 20)}
      <Select
        label={words.service}
        value={typed.serviceId}
        options={services.map(({ serviceId, name }) => ({ value: serviceId, title: name.fr }))}
        onChange={(serviceId) => change({ serviceId })}
      />
      {field('bookingUrl', 300, words.bookingHelp)}
      <Field
        label={words.token}
        type="password"
        autoComplete="off"
        detail={shown.hasToken ? words.tokenKept : words.tokenHelp(leastSearchToken)}
        value={typed.token}
        error={wrong.token}
        maxLength={500}
        onChange={(token) => change({ token })}
      />
      <p role="alert">{form.refused}</p>
      <KeepActs of={form} save={words.save}>
        {shown.search !== null && <Button onPress={() => void set({ search: null })}>{words.stop}</Button>}
      </KeepActs>
    </Form>
  )
}
