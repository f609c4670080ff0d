import { useState, type ReactNode } from 'react'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import { copyText } from '../../ui/clipboard.ts'
import form from '../../ui/Form.module.css'
import lettering from '../../ui/Lettering.module.css'
import style from './Integrations.module.css'
import { integrationsWords as words } from '../../../shared/messages/integrations/integrations.fr.ts'

/** What the list says, and what is said of one by its label. */
export type IssuedWords = {
  readonly title: string
  readonly help: string
  readonly none: string
  readonly add: string
  readonly takeBack: string
  readonly takeBackHelp: string
  readonly takeBackSure: string
  readonly takeBackFor: (label: string) => string
  readonly takenBack: (label: string) => string
  readonly shown: (label: string) => string
}

type Line = {
  readonly id: string
  readonly label: string
  readonly content: ReactNode
  readonly keys?: ReactNode
}

/**
 * A list of those to whom the office gave a secret: each is taken back after a second word, and the secret of a new one
 * is shown once.
 */
export function Issued<Sent extends { readonly label: string }>({
  words,
  lines,
  form: Form,
  create,
  takeBack,
}: {
  readonly words: IssuedWords
  readonly lines: readonly Line[]
  readonly form: (props: {
    readonly onSend: (input: Sent) => Promise<void>
    readonly onCancel: () => void
  }) => ReactNode
  /** The secret, or null when it was refused. */
  readonly create: (input: Sent) => Promise<string | null>
  readonly takeBack: (id: string) => Promise<boolean>
}) {
  const [asked, setAsked] = useState<{ readonly id: string } | 'new' | null>(null)
  const [secret, setSecret] = useState<Secret | null>(null)
  const [message, setMessage] = useState('')
  const forget = () => setAsked(null)
  const takeBackOne = async ({ id, label }: Line) => {
    if (!(await takeBack(id))) return
    forget()
    setMessage(words.takenBack(label))
  }
  const send = async (input: Sent) => {
    const text = await create(input)
    if (text === null) return
    forget()
    setSecret({ title: words.shown(input.label), text })
  }
  return (
    <Group title={words.title}>
      <p className={style.help}>{words.help}</p>
      {lines.length === 0 && <p className={style.help}>{words.none}</p>}
      <Rows label={words.title}>
        {lines.map((line) => (
          <Row key={line.id} wraps>
            {line.content}
            {asked !== 'new' && asked?.id === line.id ? (
              <SureOrNot
                help={words.takeBackHelp}
                sure={words.takeBackSure}
                onSure={() => void takeBackOne(line)}
                onCancel={forget}
              />
            ) : (
              <Acts as="span" room="around">
                {line.keys}
                <Button
                  kind="quiet"
                  size="dense"
                  aria-label={words.takeBackFor(line.label)}
                  onPress={() => setAsked({ id: line.id })}
                >
                  {words.takeBack}
                </Button>
              </Acts>
            )}
          </Row>
        ))}
      </Rows>
      {secret && <SecretOnce secret={secret} onSeen={() => setSecret(null)} />}
      {asked === 'new' ? (
        <Form onSend={send} onCancel={forget} />
      ) : (
        <Acts room="around">
          <Button onPress={() => setAsked('new')}>{words.add}</Button>
          <span role="status" className={style.help}>
            {message}
          </span>
        </Acts>
      )}
    </Group>
  )
}

/** What follows from an act, asked once more in the same place: no window opens. */
const SureOrNot = ({
  help,
  sure,
  onSure,
  onCancel,
}: {
  readonly help: string
  readonly sure: string
  readonly onSure: () => void
  readonly onCancel: () => void
}) => (
  <Acts as="span" room="around">
    <span role="status" className={style.help}>
      {help}
    </span>
    <Button kind="primary" size="dense" autoFocus onPress={onSure}>
      {sure}
    </Button>
    <Button size="dense" onPress={onCancel}>
      {words.cancel}
    </Button>
  </Acts>
)

type Secret = { readonly title: string; readonly text: string }

/** A secret that is never shown again: it stays until whoever reads it says that they have it. */
function SecretOnce({ secret, onSeen }: { readonly secret: Secret; readonly onSeen: () => void }) {
  const [message, setMessage] = useState('')
  const copy = async () => setMessage((await copyText(secret.text)) ? words.copied : words.copyFailed)
  return (
    <section className={form.box} aria-label={secret.title}>
      <p className={lettering.strong}>{secret.title}</p>
      <p role="status" className={style.help}>
        {words.secretOnce}
      </p>
      <code className={style.secret}>{secret.text}</code>
      <Acts room="around">
        <Button kind="primary" autoFocus onPress={() => void copy()}>
          {words.copy}
        </Button>
        <Button onPress={onSeen}>{words.seen}</Button>
        <span role="status" className={style.help}>
          {message}
        </span>
      </Acts>
    </section>
  )
}
