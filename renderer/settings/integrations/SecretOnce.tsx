import { useState } from 'react'
import { integrationsWords as words } from '../../../shared/messages/integrations/integrations.fr.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/clipboard.ts'
import form from '../../ui/Form.module.css'
import lettering from '../../ui/Lettering.module.css'
import style from './Integrations.module.css'

export type Secret = { readonly title: string; readonly text: string }

/** A secret that is never shown again: it stays until whoever reads it says that they have it. */
export function SecretOnce({ secret, onSeen }: { readonly secret: Secret; readonly onSeen: () => void }) {
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
