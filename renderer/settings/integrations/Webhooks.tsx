import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { integrationsWords } from '../../../shared/messages/integrations/integrations.fr.ts'
import { OpenedForm } from '../../ui/Form.tsx'
import { About } from '../../ui/Rows.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Issued } from './Issued.tsx'
import style from './Integrations.module.css'

const words = integrationsWords.webhooks

/** The list's words, as it names them. */
const listed = {
  title: words.title,
  help: words.help,
  none: words.none,
  add: words.add,
  takeBack: words.remove,
  takeBackHelp: words.removeHelp,
  takeBackSure: words.removeSure,
  takeBackFor: words.removeFor,
  takenBack: words.removed,
  shown: words.secret,
}

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
  return (
    <Issued
      words={listed}
      lines={webhooks.map((webhook) => ({
        id: webhook.webhookId,
        label: webhook.label,
        content: <WebhookSaid webhook={webhook} />,
        keys: <Pause webhook={webhook} onSet={acts.set} />,
      }))}
      form={WebhookForm}
      create={acts.create}
      takeBack={(id) => acts.remove(id as Webhook['webhookId'])}
    />
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
    <About least={220}>
      <span className={lettering.strong}>{label}</span>
      <br />
      <span className={style.help}>
        {url}, {types.length === 0 ? words.all : words.some(types.length)},{' '}
        {active ? words.behind(behind) : words.paused}
      </span>
      {problem !== null && (
        <>
          <br />
          <span className={lettering.wrong}>
            {words.failing(integrationsWords.problems[problem], attempts)}
          </span>
        </>
      )}
    </About>
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
  const noLabel = wordsIn(label) === ''
  const noUrl = !/^https?:\/\/[^\s/]+/.test(wordsIn(url))
  return (
    <OpenedForm
      act={words.create}
      cancel={integrationsWords.cancel}
      onCancel={onCancel}
      aria-label={words.add}
      onSend={() => {
        setTried(true)
        if (noLabel || noUrl) return
        const named = types.split(/[\s,;]+/).filter((type) => type !== '')
        void onSend({ label: wordsIn(label), url: wordsIn(url), types: named })
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
    </OpenedForm>
  )
}
