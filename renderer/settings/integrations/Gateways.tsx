import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract/index.ts'
import type { EmailGateway, SmsGateway } from '../../../shared/contract/integrations/gateways.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { gatewayWords as words } from '../../../shared/messages/integrations/gateways.fr.ts'
import { useLink, useRead } from '../../link/hooks.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field, fieldsOf } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Select } from '../../ui/Select.tsx'
import style from '../Settings.module.css'
import { emailFrom, emailTyped, smsFrom, smsTyped, type EmailTyped, type SmsTyped } from './gatewayDraft.ts'
import { TryGateway } from './TryGateway.tsx'

type Shown = Output<'gateways.show'>
type Set = Input<'gateways.set'>

/** By what notices leave: an SMS gateway and a mail server of the office's, each set and tried here. */
export function Gateways() {
  const link = useLink()
  const { shown, wrong, reload } = useRead('gateways.show', {})
  /** Null once it is kept; else why not. */
  const set = async (input: Set): Promise<string | null> => {
    const result = await link.act('gateways.set', input)
    reload()
    return 'error' in result ? result.error.message : null
  }
  return (
    <Group title={words.title}>
      <p className={style.small}>{words.help}</p>
      {wrong !== null && <p role="alert">{wrong}</p>}
      {shown?.unreadable && <p role="alert">{words.unreadable}</p>}
      {shown && (
        <div className={style.columns}>
          <Sms sms={shown.sms} onSet={set} />
          <Email email={shown.email} onSet={set} />
        </div>
      )}
    </Group>
  )
}

/** What was kept or refused, and the acts under a gateway's fields. */
function useSaving(onSet: (input: Set) => Promise<string | null>) {
  const [said, setSaid] = useState<{ readonly text: string; readonly refused: boolean } | null>(null)
  return {
    said,
    /** Whether it is kept. */
    save: async (input: Set, done: string): Promise<boolean> => {
      const why = await onSet(input)
      setSaid({ text: why ?? done, refused: why !== null })
      return why === null
    },
  } as const
}

function Sms({
  sms,
  onSet,
}: {
  readonly sms: Shown['sms']
  readonly onSet: (input: Set) => Promise<string | null>
}) {
  const [typed, setTyped] = useState<SmsTyped>(() => smsTyped(sms))
  const [tried, setTried] = useState(false)
  const { said, save } = useSaving(onSet)
  const made = smsFrom(typed)
  const wrong = tried ? made.wrong : {}
  const change = (part: Partial<SmsTyped>) => setTyped({ ...typed, ...part })
  const of = fieldsOf(typed, change, wrong)
  const keep = async (gateway: SmsGateway | null, done: string) => {
    const opens = wordsIn(typed.secret) !== '' && gateway?.header != null
    const input = { gateway: { means: 'sms', sms: gateway }, ...(opens && { secret: typed.secret }) } as const
    if (await save(input, done)) setTyped(gateway === null ? smsTyped(null) : { ...typed, secret: '' })
  }
  return (
    <Form
      aria-label={words.sms}
      className={style.form}
      onSend={() => {
        setTried(true)
        if (made.gateway) void keep(made.gateway, words.saved)
      }}
    >
      <h3 className={lettering.legend}>{words.sms}</h3>
      <Field label={words.url} detail={words.urlHelp} {...of('url')} maxLength={500} />
      <Field label={words.header} detail={words.headerHelp} {...of('header')} maxLength={80} />
      {wordsIn(typed.header) !== '' && (
        <Field
          label={words.value}
          type="password"
          autoComplete="off"
          detail={sms?.hasSecret ? words.kept : undefined}
          {...of('secret')}
          maxLength={1000}
        />
      )}
      <Saved isSet={sms !== null} said={said} onRemove={() => void keep(null, words.removed)} />
      {sms !== null && <TryGateway means="sms" />}
    </Form>
  )
}

function Email({
  email,
  onSet,
}: {
  readonly email: Shown['email']
  readonly onSet: (input: Set) => Promise<string | null>
}) {
  const [typed, setTyped] = useState<EmailTyped>(() => emailTyped(email))
  const [tried, setTried] = useState(false)
  const { said, save } = useSaving(onSet)
  const made = emailFrom(typed)
  const wrong = tried ? made.wrong : {}
  const change = (part: Partial<EmailTyped>) => setTyped({ ...typed, ...part })
  const of = fieldsOf(typed, change, wrong)
  const keep = async (gateway: EmailGateway | null, done: string) => {
    const opens = wordsIn(typed.secret) !== '' && gateway?.user != null
    const input = {
      gateway: { means: 'email', email: gateway },
      ...(opens && { secret: typed.secret }),
    } as const
    if (await save(input, done)) setTyped(gateway === null ? emailTyped(null) : { ...typed, secret: '' })
  }
  return (
    <Form
      aria-label={words.email}
      className={style.form}
      onSend={() => {
        setTried(true)
        if (made.gateway) void keep(made.gateway, words.saved)
      }}
    >
      <h3 className={lettering.legend}>{words.email}</h3>
      <div className={style.pair}>
        <Field label={words.host} {...of('host')} maxLength={200} />
        <Field label={words.port} inputMode="numeric" {...of('port')} maxLength={5} />
      </div>
      <Select
        label={words.security}
        value={typed.security}
        options={(['starttls', 'tls', 'clear'] as const).map((value) => ({
          value,
          title: words.securities[value],
        }))}
        onChange={(security) => change({ security })}
      />
      <Field label={words.from} {...of('from')} maxLength={200} />
      <Field label={words.user} {...of('user')} maxLength={200} />
      {wordsIn(typed.user) !== '' && (
        <Field
          label={words.password}
          type="password"
          autoComplete="off"
          detail={email?.hasSecret ? words.kept : undefined}
          {...of('secret')}
          maxLength={1000}
        />
      )}
      <Saved isSet={email !== null} said={said} onRemove={() => void keep(null, words.removed)} />
      {email !== null && <TryGateway means="email" />}
    </Form>
  )
}

const Saved = ({
  isSet,
  said,
  onRemove,
}: {
  readonly isSet: boolean
  readonly said: { readonly text: string; readonly refused: boolean } | null
  readonly onRemove: () => void
}) => (
  <Acts>
    <Button type="submit">{words.save}</Button>
    {isSet && <Button onPress={onRemove}>{words.remove}</Button>}
    <span role={said?.refused ? 'alert' : 'status'} className={style.small}>
      {said?.text}
    </span>
  </Acts>
)
