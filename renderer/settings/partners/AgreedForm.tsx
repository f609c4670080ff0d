import { useState } from 'react'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { AgreedOffice, PartnerToken, PartnerUrl } from '../../../shared/contract/partners/agreed.ts'
import { Pin } from '../../../shared/contract/network/calls.ts'
import type { PartnerId } from '../../../shared/contract/partners/calls.ts'
import { wordFor } from '../../../shared/domain/office/defaults.ts'
import { agreedWords as words } from '../../../shared/messages/partners/agreed.fr.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import { Field, fieldsOf } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import style from '../Settings.module.css'

type Typed = Pick<AgreedOffice, 'name' | 'url' | 'places' | 'figures'> & {
  readonly pins: string
  readonly token: string
}

/** One office: where it answers, the token that it gave, and what it agreed to. @param taken the short names of the others */
export function AgreedForm({
  office,
  taken,
  onSet,
  onCancel,
}: {
  /** Null: a new one. */
  readonly office: AgreedOffice | null
  readonly taken: readonly PartnerId[]
  readonly onSet: (office: AgreedOffice, token: string) => Promise<void>
  readonly onCancel: () => void
}) {
  const [typed, setTyped] = useState<Typed>({
    name: office?.name ?? '',
    url: office?.url ?? '',
    places: office?.places ?? true,
    figures: office?.figures ?? false,
    pins: office?.pins.join(' ') ?? '',
    token: '',
  })
  const [tried, setTried] = useState(false)
  const pins = typed.pins.split(/\s+/).filter((pin) => pin !== '')
  const token = wordsIn(typed.token)
  const wrong = tried ? wrongOf(typed, pins, office === null) : {}
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  const of = fieldsOf(typed, change, wrong)
  const save = () => {
    setTried(true)
    if (Object.keys(wrongOf(typed, pins, office === null)).length > 0) return
    const partnerId = office?.partnerId ?? wordFor(typed.name, new Set(taken), 'office').slice(0, 40)
    const { places, figures } = typed
    const [name, url] = [wordsIn(typed.name), wordsIn(typed.url).replace(/\/$/, '')]
    void onSet(AgreedOffice.parse({ partnerId, name, url, pins, places, figures }), token)
  }
  return (
    <Form
      aria-label={office === null ? words.add : words.changeFor(office.name)}
      className={style.form}
      onSend={save}
    >
      <Field startsFocused label={words.name} {...of('name')} maxLength={200} />
      <Field label={words.url} detail={words.urlHelp} {...of('url')} maxLength={500} />
      <Field
        label={words.token}
        type="password"
        autoComplete="off"
        detail={office === null ? words.tokenHelp : words.tokenKept}
        {...of('token')}
        maxLength={200}
      />
      <Field label={words.pins} detail={words.pinsHelp} {...of('pins')} maxLength={400} />
      <Checkbox isSelected={typed.places} onChange={(places) => change({ places })}>
        {words.places}
      </Checkbox>
      <Checkbox isSelected={typed.figures} onChange={(figures) => change({ figures })}>
        {words.figures}
      </Checkbox>
      <Acts>
        <Button type="submit" kind="primary">
          {words.save}
        </Button>
        <Button onPress={onCancel}>{words.cancel}</Button>
      </Acts>
    </Form>
  )
}

function wrongOf(
  { name, url, token }: Typed,
  pins: readonly string[],
  isNew: boolean,
): { readonly name?: string; readonly url?: string; readonly token?: string; readonly pins?: string } {
  const needed = isNew || wordsIn(token) !== ''
  return {
    ...(wordsIn(name) === '' ? { name: words.wrong.name } : {}),
    ...(PartnerUrl.safeParse(wordsIn(url).replace(/\/$/, '')).success ? {} : { url: words.wrong.url }),
    ...(needed && !PartnerToken.safeParse(token).success ? { token: words.wrong.token } : {}),
    ...(pins.length <= 8 && pins.every((pin) => Pin.safeParse(pin).success)
      ? {}
      : { pins: words.wrong.pins }),
  }
}
