import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { softwareWords } from '../../../shared/messages/software.fr.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import { SecretOnce, type Secret } from './SecretOnce.tsx'
import style from './Software.module.css'
import { SureOrNot } from './SureOrNot.tsx'

const words = softwareWords.webhooks

type Webhook = Output<'software.show'>['webhooks'][number]

export type WebhookActs = {
  /** The secret, or null when it was refused. */
  readonly create: (input: Input<'webhook.create'>) => Promise<string | null>
  readonly set: (input: Input<'webhook.set'>) => Promise<boolean>
  readonly remove: (webhookId: Webhook['webhookId']) => Promise<boolean>
}

/** Which addresses are told of events, and how each one is. */
export function Webhooks({
  webhooks,
  acts,
}: {
  readonly webhooks: readonly Webhook[]
  readonly acts: WebhookActs
}) {
  const [asked, setAsked] = useState<Webhook['webhookId'] | 'new' | null>(null)
  const [secret, setSecret] = useState<Secret | null>(null)
  const [said, setSaid] = useState('')
  const remove = async ({ webhookId, label }: Webhook) => {
    if (!(await acts.remove(webhookId))) return
    setAsked(null)
    setSaid(words.removed(label))
  }
  return (
    <Group title={words.title}>
      <p className={style.help}>{words.help}</p>
      {webhooks.length === 0 && <p className={style.help}>{words.none}</p>}
      <Rows label={words.title}>
        {webhooks.map((webhook) => (
          <Row key={webhook.webhookId} className={style.row}>
            <WebhookSaid webhook={webhook} />
            {asked === webhook.webhookId ? (
              <SureOrNot
                help={words.removeHelp}
                sure={words.removeSure}
                onSure={() => void remove(webhook)}
                onCancel={() => setAsked(null)}
              />
            ) : (
              <span className={style.acts}>
                <Pause webhook={webhook} onSet={acts.set} />
                <Button
                  kind="quiet"
                  size="dense"
                  aria-label={words.removeFor(webhook.label)}
                  onPress={() => setAsked(webhook.webhookId)}
                >
                  {words.remove}
                </Button>
              </span>
            )}
          </Row>
        ))}
      </Rows>
      {secret && <SecretOnce secret={secret} onSeen={() => setSecret(null)} />}
      {asked === 'new' ? (
        <WebhookForm
          onCancel={() => setAsked(null)}
          onSend={async (input) => {
            const text = await acts.create(input)
            if (text === null) return
            setAsked(null)
            setSecret({ title: words.secret(input.label), text })
          }}
        />
      ) : (
        <div className={style.acts}>
          <Button onPress={() => setAsked('new')}>{words.add}</Button>
          <span role="status" className={style.help}>
            {said}
          </span>
        </div>
      )}
    </Group>
  )
}

const Pause = ({
  webhook: { webhookId, label, url, types, active },
  onSet,
}: {
  readonly webhook: Webhook
  readonly onSet: WebhookActs['set']
}) => (
  <Button
    kind="quiet"
    size="dense"
    aria-label={active ? words.pauseFor(label) : words.resumeFor(label)}
    onPress={() => void onSet({ webhookId, label, url, types, active: !active })}
  >
    {active ? words.pause : words.resume}
  </Button>
)

function WebhookSaid({ webhook }: { readonly webhook: Webhook }) {
  const { label, url, types, active, seq, head, problem, attempts } = webhook
  const behind = Math.max(0, head - seq)
  return (
    <span className={style.what}>
      <span className={style.name}>{label}</span>
      <br />
      <span className={style.help}>
        {url}, {types.length === 0 ? words.all : words.some(types.length)},{' '}
        {active ? words.behind(behind) : words.paused}
      </span>
      {problem !== null && (
        <>
          <br />
          <span className={style.trouble}>{words.failing(softwareWords.problems[problem], attempts)}</span>
        </>
      )}
    </span>
  )
}

function WebhookForm({
  onSend,
  onCancel,
}: {
  readonly onSend: (input: Input<'webhook.create'>) => Promise<void>
  readonly onCancel: () => void
}) {
  const [label, setLabel] = useState('')
  const [url, setUrl] = useState('')
  const [types, setTypes] = useState('')
  const [tried, setTried] = useState(false)
  const noLabel = label.trim() === ''
  const noUrl = !/^https?:\/\/[^\s/]+/.test(url.trim())
  return (
    <form
      noValidate
      className={style.box}
      aria-label={words.add}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (noLabel || noUrl) return
        const named = types.split(/[\s,;]+/).filter((type) => type !== '')
        void onSend({ label: label.trim(), url: url.trim(), types: named })
      }}
    >
      <Field
        label={words.label}
        startsFocused
        maxLength={80}
        value={label}
        error={tried && noLabel ? words.wrong.label : undefined}
        onChange={setLabel}
      />
      <Field
        label={words.url}
        detail={words.urlHelp}
        type="url"
        maxLength={500}
        value={url}
        error={tried && noUrl ? words.wrong.url : undefined}
        onChange={setUrl}
      />
      <Field label={words.types} detail={words.typesHelp} value={types} onChange={setTypes} />
      <div className={style.acts}>
        <Button kind="primary" type="submit">
          {words.create}
        </Button>
        <Button onPress={onCancel}>{softwareWords.cancel}</Button>
      </div>
    </form>
  )
}
